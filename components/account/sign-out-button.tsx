"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

export function SignOutButton() {
  const [isLeaving, setLeaving] = useState(false);
  const toast = useToast();
  const leave = async () => {
    setLeaving(true);
    try {
      await signOut({ callbackUrl: "/" });
    } catch {
      setLeaving(false);
      toast.show({
        title: "You are still signed in",
        text: "Sheetpass did not answer. Check your connection and try again.",
        tone: "danger",
      });
    }
  };
  return (
    <Button isBusy={isLeaving} onClick={leave} icon={<LogOut aria-hidden="true" />}>
      Sign out
    </Button>
  );
}
