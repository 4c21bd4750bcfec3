import { Meter } from "./api/meter";
import { CallLog } from "./control/calls";
import { Faults } from "./control/faults";
import type { OAuthClient } from "./oauth/client";
import { Grants } from "./oauth/grants";
import type { Scenario } from "./scenarios/types";
import { Changes } from "./store/changes";
import { Store } from "./store/store";
import { Switches, type SwitchName } from "./switches";

export interface SandboxSettings {
  scenario: Scenario;
  client: OAuthClient;
  /** Calls a minute and token; 0 is off. */
  rate: number;
  switches: Partial<Record<SwitchName, string>>;
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
  readonly faults = new Faults();
  readonly client: OAuthClient;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** `http://127.0.0.1:3100`, known once listening. */
  origin = "";

  constructor({ scenario, client, rate, switches, clock }: SandboxSettings) {
    this.client = client;
    this.clock = clock;
    this.switches = new Switches(switches);
    this.changes = new Changes();
    this.store = new Store(scenario, { above: this.switches.is("ids", "above") });
    this.grants = new Grants(clock);
    this.meter = new Meter(rate, clock);
  }

  reset(): void {
    this.switches.reset();
    this.store.reset();
    this.grants.clear();
    this.meter.clear();
    this.calls.clear();
    this.faults.clear();
  }
}
