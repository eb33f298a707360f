import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import type { Money } from '../../../contract/common';
import type { ClientCredit } from '../../../contract/payments';
import { PrepayDialog } from '../../../domain/invoices/credit/prepay-dialog';
import { RefundCreditDialog } from '../../../domain/invoices/credit/refund-dialog';
import { boot } from '../../../shared/boot';
import { formatDay } from '../../../shared/dates';
import { Loaded } from '../../../shared/loaded';
import { formatMoney } from '../../../shared/money';
import { useRead } from '../../../shared/store';

const kinds: Record< ClientCredit[ 'entries' ][ number ][ 'kind' ], () => string > = {
	payment: () => __( 'Payment received', 'counterfoil' ),
	refund: () => __( 'Refund', 'counterfoil' ),
	reversal: () => __( 'Payment returned', 'counterfoil' ),
	credit_note: () => __( 'Credit note', 'counterfoil' ),
	used: () => __( 'Used for an invoice', 'counterfoil' ),
	other: () => __( 'Other change', 'counterfoil' ),
};

/** What a client paid ahead or too much, or was credited: each cent of it, and what can be done with it. */
export function Credit( { client }: { readonly client: Client } ) {
	const read = useRead( 'credit.get', { params: { id: client.id } } );
	const [ isPrepaying, setPrepaying ] = useState( false );
	const [ refunded, setRefunded ] = useState< Money | null >( null );
	return (
		<section className="counterfoil-panel counterfoil-panel--spaced" aria-labelledby="counterfoil-client-credit">
			<h2 id="counterfoil-client-credit">{ __( 'Credit balance', 'counterfoil' ) }</h2>
			<Loaded read={ read }>
				{ ( { balances, entries } ) => (
					<>
						{ balances.map( ( balance ) => (
							<p key={ balance.currency } className="counterfoil-client-credit__balance">
								<strong className="counterfoil-money">{ formatMoney( balance ) }</strong>
								{ boot().can.refund && balance.amount > 0 && (
									<Button variant="link" onClick={ () => setRefunded( balance ) }>
										{ __( 'Refund credit…', 'counterfoil' ) }
									</Button>
								) }
							</p>
						) ) }
						{ entries.length === 0 ? (
							<p className="counterfoil-panel__quiet">
								{ __(
									'No credit yet. Overpayments, prepayments and credit notes for paid invoices will appear here.',
									'counterfoil'
								) }
							</p>
						) : (
							<Entries entries={ entries } />
						) }
						{ /* Not before: what comes in above it would move it from under the pointer. */ }
						{ boot().can.bill && (
							<Button variant="secondary" onClick={ () => setPrepaying( true ) } __next40pxDefaultSize>
								{ __( 'Record prepayment…', 'counterfoil' ) }
							</Button>
						) }
					</>
				) }
			</Loaded>
			{ isPrepaying && (
				<PrepayDialog
					clientId={ client.id }
					currency={ client.currency }
					onClose={ () => setPrepaying( false ) }
				/>
			) }
			{ refunded && (
				<RefundCreditDialog clientId={ client.id } balance={ refunded } onClose={ () => setRefunded( null ) } />
			) }
		</section>
	);
}

function Entries( { entries }: { readonly entries: ClientCredit[ 'entries' ] } ) {
	return (
		<ul className="counterfoil-client-credit__entries">
			{ entries.map( ( { id, day, kind, amount, invoice } ) => (
				<li key={ id }>
					<span>
						{ kinds[ kind ]() }
						{ invoice && (
							<>
								{ ' ' }
								<a href={ `#/invoices/${ invoice.id }` }>{ invoice.number }</a>
							</>
						) }
						<span className="counterfoil-panel__quiet"> { formatDay( day ) }</span>
					</span>
					<span className="counterfoil-money">{ formatMoney( amount ) }</span>
				</li>
			) ) }
		</ul>
	);
}
