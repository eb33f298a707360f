import type { ItemAction } from '../../../shared/actions/action';
import type { AnyInvoice } from '../any-invoice';
import { copyLink } from './copy-link';
import { credit } from './credit';
import { deleteIt } from './delete';
import { download } from './download';
import { duplicate } from './duplicate';
import { edit } from './edit';
import { openPdf } from './open-pdf';
import { recordPayment } from './record-payment';
import { resend } from './resend';
import { revokeLinks } from './revoke-links';
import { send } from './send';
import { useCredit } from './use-credit';
import { view } from './view';
import { voidIt } from './void';
import { withdraw } from './withdraw';

/** Everything that can be done with invoices, in the order of menus. */
export const invoiceActions: ReadonlyArray< ItemAction< AnyInvoice > > = [
	edit,
	view,
	send,
	recordPayment,
	useCredit,
	resend,
	openPdf,
	download,
	copyLink,
	revokeLinks,
	duplicate,
	credit,
	withdraw,
	voidIt,
	deleteIt,
];

export { credit, edit, openPdf, recordPayment, resend };
