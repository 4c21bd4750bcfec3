import type { Config } from "tailwindcss";

/**
 * The design's tokens. Colours are CSS variables that `app/globals.css` sets for both themes, so a component never
 * names a theme. The stylesheet loads this file with `@config`; Tailwind 4 ignores it otherwise.
 */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ground: "var(--ground)",
      surface: "var(--surface)",
      sunken: "var(--sunken)",
      hover: "var(--hover)",
      line: { DEFAULT: "var(--line)", strong: "var(--line-strong)", field: "var(--line-field)" },
      ink: { DEFAULT: "var(--ink)", 2: "var(--ink-2)", 3: "var(--ink-3)" },
      accent: {
        DEFAULT: "var(--accent)",
        strong: "var(--accent-strong)",
        ink: "var(--accent-ink)",
        soft: "var(--accent-soft)",
      },
      own: { DEFAULT: "var(--own)", soft: "var(--own-soft)" },
      delegated: { DEFAULT: "var(--delegated)", soft: "var(--delegated-soft)" },
      link: { DEFAULT: "var(--link)", soft: "var(--link-soft)" },
      danger: {
        DEFAULT: "var(--danger)",
        strong: "var(--danger-strong)",
        ink: "var(--danger-ink)",
        soft: "var(--danger-soft)",
      },
      warning: { DEFAULT: "var(--warning)", soft: "var(--warning-soft)" },
      scrim: "var(--scrim)",
    },
    fontFamily: {
      sans: [
        '"Inter Variable"',
        "Inter",
        "ui-sans-serif",
        "system-ui",
        "-apple-system",
        '"Segoe UI"',
        "Roboto",
        '"Helvetica Neue"',
        "Arial",
        "sans-serif",
      ],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"],
    },
    fontSize: {
      xs: ["11px", "1.45"],
      s: ["12px", "1.45"],
      m: ["13px", "1.45"],
      l: ["15px", "1.4"],
      sentence: ["17px", "2.05"],
      xl: ["20px", "1.2"],
    },
    fontWeight: { normal: "400", medium: "500", strong: "550", semibold: "600", bold: "650" },
    borderRadius: { none: "0", small: "4px", control: "6px", panel: "10px", full: "9999px" },
    boxShadow: { none: "none", float: "var(--shadow-float)" },
    screens: { narrow: "640px", wide: "1100px" },
    extend: {
      transitionDuration: { enter: "160ms" },
      transitionTimingFunction: { enter: "cubic-bezier(0.2, 0, 0, 1)" },
    },
  },
} satisfies Config;
