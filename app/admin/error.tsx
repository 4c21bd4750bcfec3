"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { WentWrong } from "@/components/sheets/went-wrong";

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: Props) {
  const router = useRouter();
  // The server's part is asked for again, not only drawn again.
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div className="grid min-h-[70dvh] flex-1 place-items-center">
      <WentWrong digest={error.digest} onRetry={retry} />
    </div>
  );
}
