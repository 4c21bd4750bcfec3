"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { errorText } from "@/components/ui/error-text";
import { useToast } from "@/components/ui/toast";
import { checkHealth } from "@/lib/health/actions";

/** Looks at everything now. Takes some seconds: one or two calls for each rule. */
export function CheckButton() {
  const router = useRouter();
  const toast = useToast();
  const [isChecking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    try {
      const result = await checkHealth({});
      if (result.ok) toast.show({ title: "Everything is looked at" });
      else toast.show({ title: "The check did not run", text: errorText(result.error), tone: "danger" });
      router.refresh();
    } finally {
      setChecking(false);
    }
  };
  return (
    <Button variant="primary" isBusy={isChecking} onClick={check}>
      Check now
    </Button>
  );
}
