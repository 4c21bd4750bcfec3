/**
 * Where nobody could verify what Smartsheet does, both behaviours are here, one switch each. The first setting is the
 * default: the likelier one, or the one documented last. `about` says what is unknown, `API.md §n` where it is discussed.
 */
export const SWITCHES = {
  unshared: {
    about: "A sheet, report or dashboard that is not shared answers 404/1006, or 403/1004",
    section: "8",
    settings: ["404", "403"],
  },
  missingScope: {
    about: "A token without the scope a call needs is refused with 403/1004, or 401/1002",
    section: "2.4",
    settings: ["403", "401"],
  },
  errorOrder: {
    about: "An unknown path or method with a bad token: the token is refused first, or the path is",
    section: "8",
    settings: ["token", "path"],
  },
  retired: {
    about: "Calls past their sunset date answer 404/1006, or 410/4005",
    section: "5.3",
    settings: ["404", "410"],
  },
  pageBeyondEnd: {
    about: "Offset paging past the end: the last page again, or an empty one",
    section: "5.1",
    settings: ["last", "empty"],
  },
  totals: {
    about: "Offset-paged lists tell totalPages and totalCount, or -1 while data lasts and then 0",
    section: "5.1",
    settings: ["told", "unknown"],
  },
  lastKeyAtEnd: {
    about: "Token paging ends with lastKey absent, or null",
    section: "5.1",
    settings: ["absent", "null"],
  },
  pageSizeLimit: {
    about: "pageSize of Get Sheet has no upper bound, or is cut to 10,000",
    section: "5.4",
    settings: ["none", "10000"],
  },
  ids: {
    about: "Ids lie below 2^53, or above (where a plain JSON.parse changes them)",
    section: "1",
    settings: ["below", "above"],
  },
  shareUserIds: {
    about: "userId and groupId of a share are texts, or numbers",
    section: "5.3",
    settings: ["text", "number"],
  },
  childType: {
    about: "Children of a workspace or folder name their kind as resourceType, or as type",
    section: "5.3",
    settings: ["resourceType", "type"],
  },
  rowLink: {
    about: "A row's link is called permalink, or permaLink",
    section: "6.4",
    settings: ["permalink", "permaLink"],
  },
  multiContact: {
    about: "A MULTI_CONTACT object value holds its contacts in values, or in value",
    section: "6.3",
    settings: ["values", "value"],
  },
  datetimeDisplay: {
    about: "DATETIME cells carry no displayValue, or one",
    section: "6.2",
    settings: ["absent", "present"],
  },
  symbolWords: {
    about: "Cells of symbol columns hold words (Yes, High, Quarter), or the same in capitals",
    section: "6.2",
    settings: ["words", "capitals"],
  },
  dateFormats: {
    about: "serverinfo leaves the date formats out, or lists them",
    section: "6.5",
    settings: ["absent", "listed"],
  },
  versionOnColumns: {
    about: "Changing columns raises the sheet's version, or does not",
    section: "5.4",
    settings: ["raised", "same"],
  },
  versionOnShares: {
    about: "Changing shares leaves the sheet's version, or raises it",
    section: "5.4",
    settings: ["same", "raised"],
  },
  longText: {
    about: "Cell text over 4,000 characters is cut, or refused with 400/1041",
    section: "6.3",
    settings: ["cut", "refused"],
  },
  parallelWrites: {
    about: "A write refused with 500/4004 changed nothing, or was applied all the same",
    section: "8",
    settings: ["refused", "applied"],
  },
  bodyLimit: {
    about: "Request bodies up to 8 MB are read, or up to 1 MB",
    section: "7",
    settings: ["8", "1"],
  },
  assumeUnknown: {
    about: "Assuming somebody unknown: 401/1030, or 404/1020",
    section: "3",
    settings: ["1030", "1020"],
  },
  assumeInactive: {
    about: "Assuming a deactivated person: 403/1188, or 401/1030",
    section: "3",
    settings: ["1188", "1030"],
  },
  assumeAlternate: {
    about: "Assuming by an alternate address is refused, or works",
    section: "3",
    settings: ["refused", "works"],
  },
  assumeRaw: {
    about: "An Assume-User value with a bare @ is taken for the same person, or refused",
    section: "3",
    settings: ["taken", "refused"],
  },
  assumeWithOAuth: {
    about: "A System Admin's OAuth token cannot assume, or can",
    section: "3",
    settings: ["refused", "works"],
  },
  assumeAdmin: {
    about: "A System Admin cannot be assumed at all, or with one of their own tokens only",
    section: "3",
    settings: ["refused", "themself"],
  },
  meteredToken: {
    about: "A call under Assume-User counts on the admin's token, or on the assumed person",
    section: "3",
    settings: ["caller", "assumed"],
  },
  retryAfter: {
    about: "429 comes without headers, or with Retry-After and X-Rate-Limit headers",
    section: "7",
    settings: ["absent", "sent"],
  },
  redirectDescription: {
    about: "An OAuth error redirect carries error only, or error_description too",
    section: "2.1",
    settings: ["absent", "sent"],
  },
  pkce: {
    about: "PKCE parameters are ignored, or enforced once sent",
    section: "2.1",
    settings: ["ignored", "enforced"],
  },
  codeReuse: {
    about: "An authorization code works once, or until it expires",
    section: "2.1",
    settings: ["refused", "works"],
  },
  refreshGrace: {
    about: "A rotated refresh token stops at once, or gives the same new pair for another minute",
    section: "2.2",
    settings: ["none", "minute"],
  },
  refreshLifetime: {
    about: "Refresh tokens do not end, or end after 30 days",
    section: "2.2",
    settings: ["endless", "30days"],
  },
  tokenErrorWord: {
    about: "Token errors pair their code with its OAuth word, or always say invalid_request",
    section: "2.2",
    settings: ["paired", "invalid_request"],
  },
  tokenParameters: {
    about: "The token call reads body and query under any content type, or a form body only",
    section: "2.2",
    settings: ["any", "form"],
  },
  meGroups: {
    about: "GET /users/me?include=groups sends them as data, or as groups",
    section: "5.2",
    settings: ["data", "groups"],
  },
} as const satisfies Record<string, Switch>;

interface Switch {
  about: string;
  section: string;
  settings: readonly [string, string];
}

export type SwitchName = keyof typeof SWITCHES;
export type Setting<Name extends SwitchName> = (typeof SWITCHES)[Name]["settings"][number];

export const SWITCH_NAMES = Object.keys(SWITCHES) as SwitchName[];

/** The settings of one running sandbox. */
export class Switches {
  #set = new Map<SwitchName, string>();

  constructor(private readonly initial: Partial<Record<SwitchName, string>> = {}) {
    this.reset();
  }

  get<Name extends SwitchName>(name: Name): Setting<Name> {
    return (this.#set.get(name) ?? SWITCHES[name].settings[0]) as Setting<Name>;
  }

  /** True where the switch stands at this setting. */
  is<Name extends SwitchName>(name: Name, setting: Setting<Name>): boolean {
    return this.get(name) === setting;
  }

  /** Throws a `RangeError` that names the settings there are. */
  set(name: string, setting: string): void {
    if (!isSwitch(name)) throw new RangeError(`There is no switch "${name}".`);
    const settings: readonly string[] = SWITCHES[name].settings;
    if (!settings.includes(setting))
      throw new RangeError(`"${name}" is one of ${settings.join(", ")}, not "${setting}".`);
    this.#set.set(name, setting);
  }

  all(): Record<SwitchName, string> {
    return Object.fromEntries(SWITCH_NAMES.map((name) => [name, this.get(name)])) as Record<
      SwitchName,
      string
    >;
  }

  /** Back to what the sandbox was started with. */
  reset(): void {
    this.#set.clear();
    for (const [name, setting] of Object.entries(this.initial)) this.set(name, setting);
  }
}

export function isSwitch(name: string): name is SwitchName {
  return Object.hasOwn(SWITCHES, name);
}

/** Every switch at its second setting: what a careful client must survive as well. */
export function flipped(): Record<SwitchName, string> {
  return Object.fromEntries(SWITCH_NAMES.map((name) => [name, SWITCHES[name].settings[1]])) as Record<
    SwitchName,
    string
  >;
}
