import { Meter } from "./api/meter";
import { CallLog } from "./control/calls";
import { Faults } from "./control/faults";
import type { OAuthClient } from "./oauth/client";
import { Grants } from "./oauth/grants";
import type { Scenario } from "./scenarios/types";
import { Store } from "./store/store";

/** Everything one running sandbox holds; handlers get it by argument, so several can run in one process. */
export class Sandbox {
  readonly store: Store;
  readonly grants: Grants;
  readonly meter: Meter;
  readonly calls = new CallLog();
  readonly faults = new Faults();
  /** `http://127.0.0.1:3100`, known once listening. */
  origin = "";

  constructor(
    scenario: Scenario,
    readonly client: OAuthClient,
    rate: number,
    readonly clock: () => number,
  ) {
    this.store = new Store(scenario);
    this.grants = new Grants(clock);
    this.meter = new Meter(rate, clock);
  }

  reset(): void {
    this.store.reset();
    this.grants.clear();
    this.meter.clear();
    this.calls.clear();
    this.faults.clear();
  }
}
