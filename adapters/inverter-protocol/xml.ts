import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { maxElements } from './message.js';

/** An element without its namespaces, comments and order of attributes; values are text, as sent. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

type XmlProblem = 'document-type' | 'not-well-formed' | 'too-many-elements';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * The root element of a document. Entities are never expanded and a document type is refused before the parser sees
 * it, so neither entity bombs nor external entities can do anything.
 */
export function parseXml(xml: string): XmlElement | XmlProblem {
  if (/<!(?!--|\[CDATA\[)/.test(xml)) return 'document-type';
  let nodes: unknown;
  try {
    if (XMLValidator.validate(xml) !== true) return 'not-well-formed';
    nodes = parser.parse(xml);
  } catch {
    // The parser reports by throwing that it cannot read a document (too deep, broken comment); there is no more in it.
    return 'not-well-formed';
  }
  if (!Array.isArray(nodes)) return 'not-well-formed';
  const budget = { left: maxElements };
  const roots = elementsOf(nodes, budget);
  if (budget.left < 0) return 'too-many-elements';
  return roots.length === 1 && roots[0] !== undefined ? roots[0] : 'not-well-formed';
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** Text of an attribute or of a child element of that name; firmwares differ in which of the two they use. */
export function field(element: XmlElement, name: string): string | null {
  return element.attributes.get(name) ?? child(element, name)?.text ?? null;
}

function elementsOf(nodes: readonly unknown[], budget: { left: number }): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const node of nodes) {
    if (typeof node !== 'object' || node === null) continue;
    const entries = Object.entries(node);
    const found = entries.find(([key]) => key !== ':@' && key !== '#text');
    if (found === undefined || !Array.isArray(found[1])) continue;
    if (--budget.left < 0) return elements;
    elements.push({
      name: found[0],
      attributes: attributesOf(entries),
      children: elementsOf(found[1], budget),
      text: textOf(found[1]),
    });
  }
  return elements;
}

function attributesOf(entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, string> {
  const attributes: unknown = entries.find(([key]) => key === ':@')?.[1];
  if (typeof attributes !== 'object' || attributes === null) return new Map();
  return new Map(Object.entries(attributes).map(([name, value]) => [name, String(value).trim()]));
}

function textOf(nodes: readonly unknown[]): string {
  let text = '';
  for (const node of nodes) {
    if (typeof node === 'object' && node !== null && '#text' in node) text += String(node['#text']);
  }
  return text.trim();
}
