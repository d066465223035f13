import type { z } from 'zod';
import type { FieldProblem } from '../problem.js';
import type { Language } from '../schemas/common.js';

type Issue = z.core.$ZodIssue;
type Texts = { readonly de: string; readonly en: string };

/** A request that does not fit the schema of its route; `plugins/problems.ts` turns it into a problem document. */
export class RequestInvalid extends Error {
  override readonly name = 'RequestInvalid';
  constructor(
    readonly part: string,
    readonly issues: readonly Issue[],
  ) {
    super(`${part} does not fit its schema`);
  }
}

/** One entry per wrong field, with a text that can stand beside it in a form. At most 100. */
export function fieldProblems(issues: readonly Issue[], language: Language): readonly FieldProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, language)).slice(0, 100);
}

function problemsOf(issue: Issue, language: Language): readonly FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      code: 'unknown-field',
      message: texts.unknownField[language],
    }));
  }
  const { code, text } = meaning(issue);
  return [{ pointer: pointerOf(issue.path), code, message: text[language] }];
}

/** RFC 6901. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

const texts = {
  unknownField: { de: 'Dieses Feld ist hier nicht bekannt.', en: 'This field is not known here.' },
  required: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  wrongType: { de: 'Dieser Wert hat die falsche Art.', en: 'This value has the wrong type.' },
  invalid: { de: 'Dieser Wert ist nicht gültig.', en: 'This value is not valid.' },
  email: { de: 'Bitte eine gültige E-Mail-Adresse angeben.', en: 'Please enter a valid e-mail address.' },
  date: { de: 'Bitte ein Datum wie 2026-07-21 angeben.', en: 'Please enter a date such as 2026-07-21.' },
  datetime: {
    de: 'Bitte einen Zeitpunkt mit Zeitzone wie 2026-07-21T12:00:00Z angeben.',
    en: 'Please enter an instant with offset such as 2026-07-21T12:00:00Z.',
  },
} as const satisfies Record<string, Texts>;

function meaning(issue: Issue): { readonly code: string; readonly text: Texts } {
  if (isMissing(issue)) return { code: 'required', text: texts.required };
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', text: texts.wrongType };
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return { code: 'required', text: texts.required };
      return { code: 'too-small', text: tooSmall(issue) };
    case 'too_big':
      return { code: 'too-big', text: tooBig(issue) };
    case 'invalid_format':
      return { code: 'format', text: format(issue.format) };
    case 'invalid_value':
      return { code: 'not-a-choice', text: choices(issue.values) };
    case 'custom':
      return custom(issue.params);
    default:
      return { code: 'invalid', text: texts.invalid };
  }
}

function custom(params: Readonly<Record<string, unknown>> | undefined): ReturnType<typeof meaning> {
  const years = params?.['years'];
  if (Array.isArray(years)) {
    const [first, last] = years.map(String);
    return {
      code: 'day-out-of-range',
      text: {
        de: `Bitte einen Tag von ${first} bis ${last} angeben.`,
        en: `Please give a day from ${first} to ${last}.`,
      },
    };
  }
  const example = params?.['postcodeExample'];
  if (typeof example !== 'string') return { code: 'invalid', text: texts.invalid };
  return {
    code: 'postcode',
    text: {
      de: `In diesem Land sieht eine Postleitzahl aus wie ${example}.`,
      en: `In this country a postcode looks like ${example}.`,
    },
  };
}

/** Schemas are asked with `reportInput`, so that a field that was left out can be told from a wrong one. */
function isMissing(issue: Issue): boolean {
  const aboutPresence = ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code);
  return aboutPresence && issue.input === undefined;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Texts {
  const { minimum } = issue;
  if (issue.origin === 'string') return { de: `Mindestens ${minimum} Zeichen.`, en: `At least ${minimum} characters.` };
  if (issue.origin === 'array') return { de: `Mindestens ${minimum} Einträge.`, en: `At least ${minimum} entries.` };
  return issue.inclusive === false
    ? { de: `Muss größer als ${minimum} sein.`, en: `Must be greater than ${minimum}.` }
    : { de: `Muss mindestens ${minimum} sein.`, en: `Must be at least ${minimum}.` };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Texts {
  const { maximum } = issue;
  if (issue.origin === 'string') return { de: `Höchstens ${maximum} Zeichen.`, en: `At most ${maximum} characters.` };
  if (issue.origin === 'array') return { de: `Höchstens ${maximum} Einträge.`, en: `At most ${maximum} entries.` };
  return issue.inclusive === false
    ? { de: `Muss kleiner als ${maximum} sein.`, en: `Must be less than ${maximum}.` }
    : { de: `Darf höchstens ${maximum} sein.`, en: `Must be at most ${maximum}.` };
}

function format(name: string): Texts {
  if (name === 'email') return texts.email;
  if (name === 'date') return texts.date;
  if (name === 'datetime') return texts.datetime;
  return texts.invalid;
}

function choices(values: readonly unknown[]): Texts {
  if (values.length > 8) return texts.invalid;
  const list = values.map(String).join(', ');
  return { de: `Möglich sind: ${list}.`, en: `Possible values: ${list}.` };
}
