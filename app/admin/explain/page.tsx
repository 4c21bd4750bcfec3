import type { Metadata } from "next";
import { AccessTabs } from "@/components/access/access-tabs";
import { decisionSentence, sentenceText } from "@/components/access/decision-sentence";
import { type ExplainParams, readExplain } from "@/components/access/explain-address";
import { ExplainAnswer } from "@/components/access/explain-answer";
import { ExplainForm } from "@/components/access/explain-form";
import { toExplainInput } from "@/components/access/explain-question";
import { PageHead } from "@/components/frame/page-head";
import { ProblemState } from "@/components/sheets/problem-state";
import { ErrorState } from "@/components/ui/error-state";
import { loadExplain } from "@/lib/access/loaders";
import { findChoices, findTraceNames } from "@/lib/access/names";
import { isPrefetch, requestedPath, requireAdmin } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Explain" };

interface Props {
  searchParams: Promise<ExplainParams>;
}

/** "May X read Y at time T?", with the question in the address and the answer under it. */
export default async function ExplainPage({ searchParams }: Props) {
  const viewer = await requireAdmin("access:explain", await requestedPath());
  if (await isPrefetch()) return null;
  const question = readExplain(await searchParams);
  const asked = toExplainInput(question);
  const answer = asked !== null && "input" in asked ? await loadExplain(viewer, asked.input) : null;
  const [choices, names] = await Promise.all([findChoices(services()), findTraceNames(services())]);
  const { timeZone } = services().env;
  const sentence = answer?.ok ? decisionSentence(answer.value.record, { ...names, timeZone }) : [];
  return (
    <>
      <PageHead
        title="Explain"
        text="why somebody may, or may not"
        actions={<AccessTabs current="explain" />}
      />
      <ExplainForm {...choices} {...{ question, timeZone }} said={sentenceText(sentence)} />
      {asked !== null && "problem" in asked ? (
        <ErrorState title="This address asks for something else" why={asked.problem} />
      ) : answer === null ? null : answer.ok ? (
        <ExplainAnswer
          answer={answer.value}
          isOtherTime={question.at !== undefined}
          {...{ names, timeZone }}
        />
      ) : (
        <ProblemState title="There is no answer yet" error={answer.error} />
      )}
    </>
  );
}
