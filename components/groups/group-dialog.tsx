"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactElement, useId, useState } from "react";
import { type FormProblem, formProblem } from "@/components/connections/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { saveGroup } from "@/lib/groups/actions";
import type { LocalGroupAnswer } from "@/lib/groups/schema";
import { addressLines, type LineProblem } from "./address-lines";
import { countWords } from "./group-words";
import { ProblemLines } from "./problem-lines";

interface GroupDialogProps {
  /** Null for a new one. */
  group: LocalGroupAnswer | null;
  trigger: ReactElement;
}

/** A group's name and members, one address a line. */
export function GroupDialog({ group, trigger }: GroupDialogProps) {
  const router = useRouter();
  const { show } = useToast();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [lines, setLines] = useState<LineProblem[]>([]);
  const [problem, setProblem] = useState<FormProblem>();
  const { members } = addressLines(text);

  const change = (open: boolean) => {
    if (isBusy) return;
    setOpen(open);
    setLines([]);
    setProblem(undefined);
    if (!open || group === null) return;
    setName(group.name);
    setText(group.members.join("\n"));
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const typed = addressLines(text);
    setLines(typed.problems);
    setProblem(name.trim() === "" ? { fields: { name: "Give the group a name." } } : undefined);
    if (typed.problems.length > 0 || name.trim() === "") return;
    setBusy(true);
    try {
      const id = group === null ? {} : { id: group.id };
      const result = await saveGroup({ ...id, name, members: typed.members });
      if (!result.ok) return setProblem(formProblem(result.error, ["name", "members"]));
      setOpen(false);
      setName("");
      setText("");
      const count = countWords(result.value.members.length, "member", "members");
      show({ title: `${result.value.name} is saved`, text: `${count}. Rules for it count at once.` });
      router.refresh();
    } catch {
      setProblem({ text: "Sheetpass cannot be reached. Check your network and try again." });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={trigger}
      title={group === null ? "New group" : `Edit ${group.name}`}
      text="People no Smartsheet group holds together. Rules can name it like any other group."
      actions={
        <>
          <DialogClose>Cancel</DialogClose>
          <Button variant="primary" type="submit" form={formId} isBusy={isBusy}>
            Save group
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={save} className="flex flex-col gap-4">
        <TextField
          label="Name"
          value={name}
          onValueChange={setName}
          error={problem?.fields?.name}
          autoComplete="off"
          maxLength={80}
        />
        <TextArea
          label="Members"
          hint={`One e-mail address a line; ${countWords(members.length, "member", "members")} so far. Each counts once that person signs in with it.`}
          value={text}
          onValueChange={(next) => {
            setText(next);
            setLines([]);
          }}
          error={problem?.fields?.members}
          rows={6}
          spellCheck={false}
          autoComplete="off"
        />
        <ProblemLines problems={lines} />
        {problem?.text ? (
          <Notice tone="danger" role="alert">
            {problem.text}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
