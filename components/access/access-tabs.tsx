import { SegmentedLinks } from "@/components/ui/segmented";

type Tab = "who" | "explain" | "view-as";

const tabs: { tab: Tab; label: string }[] = [
  { tab: "who", label: "Who sees what" },
  { tab: "explain", label: "Explain" },
  { tab: "view-as", label: "View as" },
];

/** The three ways to ask about access. */
export function AccessTabs({ current }: { current: Tab }) {
  return (
    <SegmentedLinks
      label="Ways to ask"
      items={tabs.map(({ tab, label }) => ({ href: `/admin/${tab}`, label, isCurrent: tab === current }))}
    />
  );
}
