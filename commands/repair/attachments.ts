import { createHash } from 'node:crypto';
import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { streamOf, type RepairOrderId } from '../../domain/kernel/ids.js';
import { attachmentTypeOf } from '../../domain/repair/attachments.js';
import { repairDecider, type RepairCommand } from '../../domain/repair/repair-order.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { commandRepair, loadRepair, repairNamespace } from './repair-orders.js';

/** Where the content of attachments is kept: beside the log, so that it can go. */
export type RepairFiles = {
  /** The first one stays. */
  keep(file: {
    readonly fileId: string;
    readonly repairOrderId: string;
    readonly accountId: string;
    readonly content: Buffer;
  }): Promise<void>;
  read(fileId: string): Promise<Buffer | null>;
  remove(fileIds: readonly string[]): Promise<void>;
};

type FilesDeps = { readonly log: EventLog; readonly clock: Clock; readonly repairFiles: RepairFiles };
type By = Exclude<RepairCommand['by'], { readonly kind: 'system' }>;
type Upload = { readonly name: string; readonly declaredType: string; readonly content: Buffer };

/** Types that say nothing about a file. */
const anyTypes = ['', 'application/octet-stream'];

/**
 * What an uploaded photo or PDF is, its content says; a file that calls itself something else is refused, as is everything that a
 * browser might run.
 */
export function inspectedFile({ declaredType, content }: Omit<Upload, 'name'>) {
  const mediaType = attachmentTypeOf(content);
  if (mediaType === null) return { ok: false, rejection: { code: 'repair.file-type' } } as const;
  if (declaredType !== mediaType && !anyTypes.includes(declaredType)) {
    return { ok: false, rejection: { code: 'repair.file-lies' } } as const;
  }
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { ok: true, file: { mediaType, sizeBytes: content.length, sha256 } } as const;
}

/** Attaches a photo or a PDF. */
export async function attachFile(
  deps: FilesDeps,
  repairOrderId: RepairOrderId,
  by: By,
  { name, declaredType, content }: Upload,
  context: CommandContext,
) {
  const inspected = inspectedFile({ declaredType, content });
  if (!inspected.ok) return inspected;
  const fileId = newFileId(repairOrderId, context);
  const at = deps.clock.now().toString();
  const file = { fileId, name, ...inspected.file };
  const command = { type: 'AttachRepairFile', at, by, ...file } as const;
  const repair = await loadRepair(deps.log, repairOrderId);
  const decision = repairDecider.decide(command, repair);
  if (!decision.ok || repair.status === 'none') {
    return decision.ok ? ({ ok: false, rejection: { code: 'repair.not-found' } } as const) : decision;
  }
  // The content first: what is said to be attached is there.
  await deps.repairFiles.keep({ fileId, repairOrderId, accountId: repair.accountId, content });
  const handled = await handle(deps.log, repairDecider, streamOf.repairOrder(repairOrderId), command, context);
  if (!handled.ok) await deps.repairFiles.remove([fileId]);
  return handled.ok ? ({ ...handled, fileId } as const) : handled;
}

/** Takes a file out of a draft. */
export async function removeFile(
  deps: FilesDeps,
  repairOrderId: RepairOrderId,
  by: Extract<By, { readonly kind: 'customer' }>,
  fileId: string,
  context: CommandContext,
) {
  const handled = await commandRepair(deps, repairOrderId, by, { type: 'RemoveRepairFile', fileId }, context);
  if (handled.ok) await deps.repairFiles.remove([fileId]);
  return handled;
}

/** Throws a draft away, with its files. */
export async function discardDraft(
  deps: FilesDeps,
  repairOrderId: RepairOrderId,
  by: Extract<By, { readonly kind: 'customer' }>,
  context: CommandContext,
) {
  const handled = await commandRepair(deps, repairOrderId, by, { type: 'DiscardRepairDraft' }, context);
  if (handled.ok && handled.state.status !== 'none') {
    await deps.repairFiles.remove(handled.state.files.map(({ fileId }) => fileId));
  }
  return handled;
}

function newFileId(repairOrderId: RepairOrderId, { actor, idempotencyKey }: CommandContext): string {
  if (idempotencyKey === undefined) return uuidV7();
  return uuidV5(`${repairOrderId}/${actor.id}/file/${idempotencyKey}`, repairNamespace);
}
