/*
 * The tables behind format descriptors. A descriptor holds places in these lists, so their order is part of the API:
 * it never changes within version 2.0, lists only grow at the end.
 */

const SWITCH = ["none", "on"];

/** By language, each with its countries. */
const LOCALES: Record<string, string> = {
  en: "US AU CA IN IE MT NZ PH SG ZA GB",
  sq: "AL",
  ar: "DZ BH EG IQ JO KW LB LY MA OM QA SA SD SY TN AE YE",
  be: "BY",
  bg: "BG",
  ca: "ES",
  zh: "CN HK SG TW",
  hr: "HR",
  cs: "CZ",
  da: "DK",
  de: "DE LU AT CH",
  nl: "BE NL",
  es: "AR BO CL CO CR EC SV ES US GT HN MX NI PA PY PE PR DO UY VE",
  et: "EE",
  fi: "FI",
  fr: "BE CA FR LU CH",
  el: "CY GR",
  iw: "IL",
  hi: "US",
  hu: "HU",
  is: "IS",
  in: "ID",
  ga: "IE",
  it: "IT CH",
  ko: "KR",
  lv: "LV",
  lt: "LT",
  mk: "MK",
  ms: "MY",
  mt: "MT",
  no: "NO",
  pl: "PL",
  pt: "BR PT",
  ru: "RU",
  ro: "RO",
  sr: "BA CS",
  sk: "SK",
  sl: "SI",
  sv: "SE",
  th: "US",
  tr: "TR",
  uk: "UA",
  vi: "VN",
  ja: "JP",
};

export const supportedLocales = Object.entries(LOCALES).flatMap(([language, countries]) =>
  countries.split(" ").map((country) => `${language}_${country}`),
);

const COLORS = `
  none #000000 #FFFFFF transparent #FEEEF0 #FFF4E6 #FCFAD3 #ECFEEF #E6F5FE #F3E5FA #F2E8DE #FDDADB
  #FEE6C9 #FCF99B #D9F9DD #D3E8F6 #E9C9FA #EEDCCA #E5E5E5 #FCABAE #FDD09C #FFFF00 #A9EEAE #95B9F0
  #D39EF0 #D7B99C #CDCCCC #FF0000 #FF8100 #FDE900 #00CA0E #165DEF #A601D6 #974C02 #808080 #770E12
  #D05800 #FFC800 #00750D #00395E #6C018B #5A2D01
`;

/** Code and sign. */
const CURRENCIES: [string, string][] = [
  ["none", "none"],
  ["ARS", "$"],
  ["AUD", "$"],
  ["BRL", "R$"],
  ["CAD", "$"],
  ["CLP", "$"],
  ["EUR", "€"],
  ["GBP", "£"],
  ["ILS", "₪"],
  ["INR", "₨"],
  ["JPY", "¥"],
  ["MXN", "$"],
  ["RUB", "руб"],
  ["USD", "$"],
  ["ZAR", "R"],
  ["CHF", "CHF"],
  ["CNY", "元"],
  ["DKK", "kr"],
  ["HKD", "HK$"],
  ["KRW", "₩"],
  ["NOK", "kr"],
  ["NZD", "$"],
  ["SEK", "kr"],
  ["SGD", "$"],
];

const FONTS = [
  ["Arial", "sans-serif"],
  ["Tahoma", "sans-serif"],
  ["Times New Roman", "serif"],
  ["Verdana", "sans-serif"],
] as const;

/** Position 16 of a descriptor; older copies of the tables end at position 15. */
export const dateFormat = [
  "LOCALE_BASED",
  "MMMM_D_YYYY",
  "MMM_D_YYYY",
  "D_MMM_YYYY",
  "YYYY_MM_DD_HYPHEN",
  "YYYY_MM_DD_DOT",
  "DWWWW_MMMM_D_YYYY",
  "DWWW_DD_MMM_YYYY",
  "DWWW_MM_DD_YYYY",
  "MMMM_D",
  "D_MMMM",
];

/** As `GET /serverinfo` sends them, without the date formats. */
export const formats = {
  defaults: "0,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0",
  fontFamily: FONTS.map(([name, trait]) => ({ name, traits: [trait] })),
  fontSize: ["8", "9", "10", "12", "14", "16", "18", "20", "24", "28", "32", "36"],
  bold: SWITCH,
  italic: SWITCH,
  underline: SWITCH,
  strikethrough: SWITCH,
  horizontalAlign: ["default", "left", "center", "right"],
  verticalAlign: ["default", "top", "middle", "bottom"],
  color: COLORS.trim().split(/\s+/),
  currency: CURRENCIES.map(([code, symbol]) => ({ code, symbol })),
  decimalCount: ["0", "1", "2", "3", "4", "5"],
  thousandsSeparator: SWITCH,
  numberFormat: ["none", "NUMBER", "CURRENCY", "PERCENT"],
  textWrap: SWITCH,
};
