import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useParams } from 'wouter';
import { BillClient } from '../../../domain/invoices/bill-client';
import type { Invoice as InvoiceData } from '../../../contract/invoices';
import { InvoicePaper, type Mark } from '../../../documents/paper';
import { LateFee } from '../../../domain/reminders/late-fee';
import { DisputedBadge, KindBadge, OnItsWay, StateBadge } from '../../../domain/invoices/state';
import { NotFound } from '../../../shared/not-found';
import { Page } from '../../../shared/page';
import { Pending } from '../../../shared/pending';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import { AnnouncedTransfer } from './announced-transfer';
import { Balance } from './balance';
import { ClientCard } from './client-card';
import { CreditNotes } from './credit-notes';
import { Files } from './files';
import { History } from './history';
import { InvoiceMenu } from './invoice-menu';
import { isDisputed } from './disputes';
import { LostDispute } from './lost-dispute';
import { MailNotice } from './mail-notice';
import { Notes } from './notes';
import { Payments } from './payments';
import { ReturnedDebit } from './returned-debit';
import './screen.scss';

const back = () => ( { href: '/invoices', label: __( 'Invoices', 'counterfoil' ) } );

/** One invoice: what the client sees, and beside it what it means for the agency. */
export default function InvoiceScreen() {
	const { id = '' } = useParams< { id: string } >();
	return /^[1-9]\d*$/.test( id ) ? <Invoice id={ Number( id ) } /> : <NotFound />;
}

/** What the client must not read as a demand any more. */
function markOf( { state }: InvoiceData ): Mark | undefined {
	switch ( state ) {
		case 'paid':
			return { words: __( 'Paid', 'counterfoil' ), look: 'paid' };
		case 'refunded':
			return { words: __( 'Refunded', 'counterfoil' ), look: 'paid' };
		case 'credited':
			return { words: __( 'Credited', 'counterfoil' ), look: 'void' };
		case 'invoiced':
			return { words: __( 'Paid', 'counterfoil' ), look: 'paid' };
		case 'withdrawn':
			return { words: __( 'Withdrawn', 'counterfoil' ), look: 'void' };
		case 'void':
			return { words: __( 'Void', 'counterfoil' ), look: 'void' };
		default:
			return undefined;
	}
}

const titleOf = ( { number, kind }: InvoiceData ) =>
	number ??
	( kind === 'pro_forma' ? __( 'Draft pro forma invoice', 'counterfoil' ) : __( 'Draft invoice', 'counterfoil' ) );

function Invoice( { id }: { readonly id: number } ) {
	const { data: invoice, error, reload } = useRead( 'invoices.get', { params: { id } } );
	const isMailed = invoice?.mail.state === 'waiting';
	const isUnderWay =
		isMailed ||
		( invoice?.payments.some( ( { state } ) => state === 'processing' || state === 'unknown' ) ?? false );
	useEffect( () => {
		if ( ! isUnderWay ) {
			return;
		}
		const timer = window.setInterval( reload, isMailed ? 1500 : 5000 );
		return () => window.clearInterval( timer );
	}, [ isUnderWay, isMailed, reload ] );

	if ( ! invoice || error?.status === 404 ) {
		return <Pending title={ __( 'Invoice', 'counterfoil' ) } back={ back() } error={ error } onRetry={ reload } />;
	}
	const onItsWay = invoice.payments.find( ( { state } ) => state === 'processing' );
	return (
		<Page
			title={ titleOf( invoice ) }
			back={ back() }
			badge={
				<>
					<KindBadge kind={ invoice.kind } />
					{ onItsWay && invoice.totals.due.amount > 0 ? (
						<OnItsWay expectedOn={ null } />
					) : (
						<StateBadge state={ invoice.state } daysOverdue={ invoice.days_overdue } />
					) }
					{ isDisputed( invoice ) && <DisputedBadge /> }
				</>
			}
			actions={
				<>
					<InvoiceMenu invoice={ invoice } />
					<BillClient variant="secondary" clientId={ invoice.client.id } />
				</>
			}
		>
			<Problem error={ error } onRetry={ reload } />
			<MailNotice invoice={ invoice } />
			<ReturnedDebit invoice={ invoice } />
			<LostDispute invoice={ invoice } />
			{ invoice.status === 'issued' && invoice.totals.due.amount > 0 && (
				<AnnouncedTransfer invoiceId={ invoice.id } />
			) }
			<div className="counterfoil-invoice">
				<div className="counterfoil-invoice__paper">
					<InvoicePaper paper={ invoice.document } mark={ markOf( invoice ) } />
				</div>
				<div className="counterfoil-invoice__side">
					<Balance invoice={ invoice } />
					<LateFee invoice={ invoice } />
					<ClientCard invoice={ invoice } />
					<Files invoice={ invoice } />
					<Payments invoice={ invoice } />
					<CreditNotes invoice={ invoice } />
					<Notes invoice={ invoice } />
					<History invoiceId={ invoice.id } />
				</div>
			</div>
		</Page>
	);
}
