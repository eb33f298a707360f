import type { ClientRow } from '../../../contract/clients';
import type { ItemAction } from '../../../shared/actions/action';
import { useHasPortal } from '../use-has-portal';
import { bill } from './bill';
import { invite } from './invite';
import { view } from './view';
import { viewInvoices } from './view-invoices';

const always: ReadonlyArray< ItemAction< ClientRow > > = [ bill, view, viewInvoices ];
const withPortal: ReadonlyArray< ItemAction< ClientRow > > = [ ...always, invite ];

/** What can be done with clients. An invitation needs pages that it leads to. */
export function useClientActions(): ReadonlyArray< ItemAction< ClientRow > > {
	return useHasPortal() ? withPortal : always;
}
