import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { SignIn } from "@/components/auth/sign-in";
import { AUTH_COOKIES } from "@/lib/auth/cookies";
import { findViewer } from "@/lib/auth/loaders";
import { safeReturnPath } from "@/lib/auth/return-path";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ error?: string | string[]; to?: string | string[]; again?: string | string[] }>;
}

/** `/`: sign in. Who is signed in already goes on, unless they came to sign in again. */
export default async function SignInPage({ searchParams }: Props) {
  const { error, to, again } = await searchParams;
  const viewer = await findViewer();
  const returnTo = safeReturnPath(to ?? (error === undefined ? undefined : await interruptedPath()));
  if (again === undefined && error === undefined && viewer) redirect(returnTo);
  const { isDemo, smartsheet } = services().env;
  return (
    <SignIn
      error={error === undefined ? undefined : String(error)}
      returnTo={returnTo}
      isDemo={isDemo}
      scopes={smartsheet.scopes}
      viewerName={viewer?.name}
    />
  );
}

/** Where a sign-in that failed was going: Smartsheet's answer does not carry it, NextAuth's cookie does. */
async function interruptedPath(): Promise<string | undefined> {
  const kept = URL.parse((await cookies()).get(AUTH_COOKIES.callbackUrl.name)?.value ?? "");
  return kept ? kept.pathname + kept.search : undefined;
}
