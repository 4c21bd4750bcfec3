import "server-only";
import type { NextRequest } from "next/server";
import type { ZodType } from "zod";
import { SESSION_COOKIE } from "@/lib/auth/cookies";
import type { Viewer } from "@/lib/auth/principal";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, AppFailure, appError, ERROR_STATUS } from "@/lib/errors";
import { log } from "@/lib/log";
import { ok, type Result } from "@/lib/result";
import { type Services, services } from "@/lib/services";
import { admit, type Need, pick } from "./admit";
import { actorOf, contextOf, type RequestContext } from "./context";
import { parseInput } from "./input";
import { isOwnOrigin } from "./origin";
import { readJson } from "./read-json";

type Params = Record<string, string>;
interface RouteProps {
  params: Promise<Params>;
}

export interface RouteCall<Input> {
  input: Input;
  params: Params;
  viewer: Viewer;
  services: Services;
  context: ReadContext & { network: string };
  request: NextRequest;
}

interface RouteDefinition<Input, Output> {
  need: Need;
  /** Absent for GET and DELETE: these take their input from the address. */
  body?: ZodType<Input>;
  /** Query parameters by name; unknown and doubled ones are refused. */
  query?: ZodType<Input>;
  status?: number;
  run(call: RouteCall<Input>): Promise<Result<Output, AppError>>;
  /** An answer that is no JSON, such as a file; null for the usual one. It is stored nowhere either. */
  respond?(output: Output, input: Input): Response | null;
}

const CHANGING = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** One route of the JSON API: Origin, sign-in, right, shape, then the service. Answers are never stored anywhere. */
export function defineRoute<Input = undefined, Output = unknown>(definition: RouteDefinition<Input, Output>) {
  return async (request: NextRequest, props: RouteProps): Promise<Response> => {
    const context = contextOf(request.headers);
    try {
      const result = await answer(definition, request, await props.params, context);
      if (!result.ok) return errorResponse(result.error, context.requestId);
      return result.value;
    } catch (cause) {
      return failureResponse(cause, context.requestId);
    }
  };
}

async function answer<Input, Output>(
  definition: RouteDefinition<Input, Output>,
  request: NextRequest,
  params: Params,
  context: RequestContext,
): Promise<Result<Response, AppError>> {
  const all = services();
  const isChange = CHANGING.has(request.method);
  if (isChange && !isOwnOrigin(request.headers, all.env.origins))
    return refuseOrigin(all, context, request.headers.get("origin"));
  const viewer = await admit(all, definition.need, request.cookies.get(SESSION_COOKIE)?.value, context);
  if (!viewer.ok) return viewer;
  const input = await inputOf(definition, request);
  if (!input.ok) return input;
  const read = { ...pick(context), actor: actorOf(viewer.value) };
  const result = await definition.run({
    input: input.value,
    params,
    viewer: viewer.value,
    services: all,
    context: read,
    request,
  });
  return result.ok ? ok(responseOf(definition, result.value, input.value)) : result;
}

function responseOf<Input, Output>(
  { status = 200, respond }: RouteDefinition<Input, Output>,
  output: Output,
  input: Input,
): Response {
  if (status === 204) return new Response(null, { status, headers: PRIVATE });
  const own = respond?.(output, input) ?? null;
  if (own === null) return Response.json(output, { status, headers: PRIVATE });
  own.headers.set("Cache-Control", PRIVATE["Cache-Control"]);
  return own;
}

async function inputOf<Input, Output>(
  definition: RouteDefinition<Input, Output>,
  request: NextRequest,
): Promise<Result<Input, AppError>> {
  if (definition.body) {
    const json = await readJson(request);
    return json.ok ? parseInput(definition.body, json.value) : json;
  }
  if (!definition.query) return { ok: true, value: undefined as Input };
  return readQuery(request, definition.query);
}

/** Query parameters in their shape; a doubled one is refused, as two readers may take different ones of the two. */
export function readQuery<Input>(request: NextRequest, schema: ZodType<Input>): Result<Input, AppError> {
  const query = new Map<string, string>();
  for (const [name, value] of request.nextUrl.searchParams) {
    if (query.has(name))
      return {
        ok: false,
        error: appError("invalid_input", { field: name, message: "Give each parameter once." }),
      };
    query.set(name, value);
  }
  return parseInput(schema, Object.fromEntries(query));
}

async function refuseOrigin(
  all: Services,
  context: RequestContext,
  origin: string | null,
): Promise<Result<never, AppError>> {
  const recorded = await all.audit.record({
    ...pick(context),
    actor: { kind: "anonymous" },
    action: "request:refused",
    decision: "denied",
    reason: origin === null ? "no origin" : "foreign origin",
  });
  return recorded.ok ? { ok: false, error: appError("bad_origin") } : recorded;
}

export const PRIVATE = { "Cache-Control": "private, no-store" };

export function errorResponse(error: AppError, requestId: string): Response {
  const { code, message, field, retryAfterSeconds } = error;
  const body = { error: { code, message, requestId, ...(field === undefined ? {} : { field }) } };
  const headers =
    retryAfterSeconds === undefined ? PRIVATE : { ...PRIVATE, "Retry-After": String(retryAfterSeconds) };
  return Response.json(body, { status: ERROR_STATUS[code], headers });
}

/** Something nobody foresaw: logged once with its cause, answered without it. */
export function failureResponse(cause: unknown, requestId: string): Response {
  if (cause instanceof AppFailure) return errorResponse(cause.error, requestId);
  log.error({ cause, requestId }, "a request failed");
  return errorResponse(appError("internal"), requestId);
}
