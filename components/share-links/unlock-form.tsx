"use client";

import { LockKeyhole } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { ApiFailure, fetchJson } from "@/components/sheets/fetch-json";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** A good link behind a password: nothing of what it shows, not even its name, before the right one. */
export function UnlockForm({ token }: { token: string }) {
  const router = useRouter();
  const [password, setPassword] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [isOpening, startOpening] = useTransition();
  const [error, setError] = useState<{ message: string; requestId?: string }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (password === "") return setError({ message: "Type the password of this link." });
    setAsking(true);
    setError(undefined);
    try {
      await fetchJson(`/api/v1/links/${token}/unlock`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ password }),
      });
      startOpening(() => router.refresh());
    } catch (cause) {
      if (!(cause instanceof ApiFailure)) throw cause;
      // Ended in the meantime: the page itself says so.
      if (cause.code === "not_found") return startOpening(() => router.refresh());
      setError(cause);
    } finally {
      setAsking(false);
    }
  };
  return (
    <main className="grid min-h-0 flex-1 place-items-center overflow-y-auto p-4">
      <form onSubmit={submit} noValidate className="w-full max-w-[340px]">
        <span
          className="mb-3 grid size-10 place-items-center rounded-panel bg-link-soft text-link"
          aria-hidden="true"
        >
          <LockKeyhole className="size-5" />
        </span>
        <h1 className="text-xl font-semibold tracking-[-0.015em]">This link has a password</h1>
        <p className="mt-1 mb-5 text-ink-2">The person who gave you the link also has its password.</p>
        <TextField
          label="Password"
          type="password"
          value={password}
          onValueChange={setPassword}
          autoComplete="off"
          autoFocus
          maxLength={200}
          error={
            error ? (
              <>
                {error.message}
                {error.requestId ? (
                  <span className="block text-xs text-ink-3">
                    Request <span className="font-mono select-all">{error.requestId}</span>
                  </span>
                ) : null}
              </>
            ) : undefined
          }
        />
        <Button
          type="submit"
          variant="primary"
          size="l"
          className="mt-4 w-full"
          isBusy={isAsking || isOpening}
        >
          Open
        </Button>
      </form>
    </main>
  );
}
