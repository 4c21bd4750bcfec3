import { redirect } from "next/navigation";
import { SignIn } from "@/components/auth/sign-in";
import { findViewer } from "@/lib/auth/loaders";
import { safeReturnPath } from "@/lib/auth/return-path";
import { services } from "@/lib/services";

interface Props {
  searchParams: Promise<{ error?: string | string[]; to?: string | string[]; again?: string | string[] }>;
}

/** `/`: sign in. Who is signed in already goes on, unless they came to sign in again. */
export default async function SignInPage({ searchParams }: Props) {
  const { error, to, again } = await searchParams;
  const returnTo = safeReturnPath(to);
  if (again === undefined && error === undefined && (await findViewer())) redirect(returnTo);
  return (
    <SignIn
      error={typeof error === "string" ? error : undefined}
      returnTo={returnTo}
      isDemo={services().env.isDemo}
    />
  );
}
