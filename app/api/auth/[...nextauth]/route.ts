import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { handleAuth } from "@/lib/auth/handle-auth";

interface Props {
  params: Promise<{ nextauth: string[] }>;
}

const run = (request: NextRequest, props: Props) =>
  handleAuth(request, props, (options) => NextAuth(request, props, options) as Promise<Response>);

export { run as GET, run as POST };
