import { ApiProblem } from '../api/problem.js';
import { SelectField, TextArea, TextField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { textUpTo } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { accountCalled, useChangeRole } from './operators-api.js';
import { operatorRoles, roleLabels } from './role-names.js';

function nobody(message: string): ApiProblem {
  const code = 'account.not-registered';
  return new ApiProblem({
    type: code,
    title: message,
    status: 404,
    code,
    errors: [{ pointer: '/name', code, message }],
  });
}

/** Gives a role to an account that is there already. */
export function GrantRoleDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const change = useChangeRole();
  const title = text('office.roleGive');
  const form = useForm({
    initial: { '/name': '', '/role': 'support', '/reason': '' },
    validate: (values) => ({
      '/name': textUpTo(text, values['/name'], 254),
      '/reason': textUpTo(text, values['/reason'], 300),
    }),
    submit: async (values) => {
      const account = await accountCalled(values['/name'].trim());
      if (account === undefined) throw nobody(text('office.roleNobody'));
      const role = operatorRoles.find((one) => one === values['/role']) ?? 'support';
      await change(account.accountId, { role, change: 'grant', reason: values['/reason'].trim() });
      toast(text('office.roleGiven', { name: account.userName, role: text(roleLabels[role]) }));
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <FormFrame form={form} label={title}>
        <p className="secondary">{text('office.roleGiveLead')}</p>
        <TextField field={form.field('/name')} label={text('office.roleUser')} help={text('office.roleUserHelp')} />
        <SelectField
          field={form.field('/role')}
          label={text('office.role')}
          options={operatorRoles.map((value) => ({ value, label: text(roleLabels[value]) }))}
        />
        <TextArea
          field={form.field('/reason')}
          label={text('office.roleReason')}
          help={text('office.roleReasonHelp')}
        />
        <div className="form-actions">
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="primary" type="submit" busy={form.busy}>
            {title}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  );
}
