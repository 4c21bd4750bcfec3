import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CloudOff,
  type LucideIcon,
  UserX,
} from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { ConnectionCheck } from "@/lib/connections/schema";

export interface CheckWords {
  words: string;
  tone: Tone;
  icon: LucideIcon;
}

/** A check's outcome in a word or two; the finding says the rest. */
export function checkWords(state: ConnectionCheck["state"] | undefined): CheckWords {
  switch (state) {
    case undefined:
      return { words: "Never checked", tone: "neutral", icon: CircleDashed };
    case "ok":
      return { words: "Works", tone: "own", icon: CircleCheck };
    case "unproven":
      return { words: "Not proven yet", tone: "warning", icon: CircleHelp };
    case "not_admin":
      return { words: "Not a System Admin", tone: "danger", icon: UserX };
    case "cannot_assume":
      return { words: "Cannot read as others", tone: "danger", icon: UserX };
    case "refused":
      return { words: "Refused by Smartsheet", tone: "danger", icon: CircleAlert };
    case "unreachable":
      return { words: "No answer", tone: "warning", icon: CloudOff };
    default:
      return state satisfies never;
  }
}
