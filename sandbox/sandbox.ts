import { randomBytes } from "node:crypto";
import { EventLog } from "./api/events/log";
import { recordChange } from "./api/events/record";
import { Meter } from "./api/meter";
import { type WebhookSettings, webhookSettings } from "./api/webhooks/settings";
import { Webhooks } from "./api/webhooks/webhooks";
import { CallLog } from "./control/calls";
import { Faults } from "./control/faults/faults";
import type { FaultPlan } from "./control/faults/plan";
import type { Heartbeat } from "./heartbeat/heartbeat";
import type { OAuthClient } from "./oauth/client";
import { Grants } from "./oauth/grants";
import type { Scenario } from "./scenarios/types";
import { followLinks } from "./store/cell-links";
import { Changes } from "./store/changes";
import { Store } from "./store/store";
import { Switches, type SwitchName } from "./switches";

export interface SandboxSettings {
  scenario: Scenario;
  scenarioName: string;
  client: OAuthClient;
  /** Calls a minute and token; 0 is off. */
  rate: number;
  switches: Partial<Record<SwitchName, string>>;
  faults: FaultPlan;
  webhooks?: Partial<WebhookSettings>;
  clock: () => number;
}

/** Everything one running sandbox holds; handlers get it by argument, so several can run in one process. */
export class Sandbox {
  readonly switches: Switches;
  readonly changes: Changes;
  readonly store: Store;
  readonly grants: Grants;
  readonly meter: Meter;
  readonly calls = new CallLog();
  readonly faults: Faults;
  readonly client: OAuthClient;
  readonly scenarioName: string;
  /** What happened, for `GET /events`. */
  readonly events = new EventLog();
  readonly webhooks: Webhooks;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Signs the URLs of files; see `api/talk/files.ts`. */
  readonly fileSecret = randomBytes(32);
  /** `http://127.0.0.1:3100`, known once listening. */
  origin = "";
  /** Null until somebody asks for it: most runs have none. */
  heart: Heartbeat | null = null;
  /** Whether it beats after a reset, and how often; null: it does not. */
  heartAtStartMs: number | null = null;
  #skewMs = 0;

  constructor({ scenario, scenarioName, client, rate, switches, faults, webhooks, clock }: SandboxSettings) {
    this.client = client;
    this.scenarioName = scenarioName;
    this.clock = () => clock() + this.#skewMs;
    this.switches = new Switches(switches);
    this.changes = new Changes();
    this.store = new Store(scenario, { above: this.switches.is("ids", "above") });
    this.grants = new Grants(this.clock);
    this.meter = new Meter(rate, this.clock);
    this.faults = new Faults(faults);
    this.webhooks = new Webhooks(this, webhookSettings(webhooks));
    this.changes.listen((change) => recordChange(this, change));
    this.changes.listen((change) => this.webhooks.notice(change));
    followLinks(this.changes, this.store);
  }

  get skewSeconds(): number {
    return this.#skewMs / 1000;
  }

  /** Puts the sandbox's clock ahead of the machine's, or behind (negative). The meter starts anew. */
  set skewSeconds(seconds: number) {
    this.#skewMs = seconds * 1000;
    this.meter.clear();
  }

  /** Everything as at the start, but for `ids`: that switch is read here and nowhere else, so its setting stays. */
  reset(): void {
    const ids = this.switches.get("ids");
    this.switches.reset();
    this.switches.set("ids", ids);
    this.#skewMs = 0;
    this.store.reset({ above: ids === "above" });
    this.grants.clear();
    this.meter.reset();
    this.calls.clear();
    this.faults.reset();
    this.events.clear();
    this.webhooks.clear();
    this.#resetHeart();
  }

  #resetHeart(): void {
    this.heart?.stop();
    this.heart?.reset();
    if (!this.heart || this.heartAtStartMs === null) return;
    this.heart.every = this.heartAtStartMs;
    this.heart.start();
  }
}
