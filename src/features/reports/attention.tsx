import { __, sprintf } from '@wordpress/i18n';
import type { InvoiceRow } from '../../contract/invoices';
import { formatMoney } from '../../shared/money';
import { formatDay } from '../../shared/dates';
import { StateBadge } from '../../domain/invoices/state';

/** The invoices to ask after first. */
export function Attention( { invoices }: { readonly invoices: readonly InvoiceRow[] } ) {
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-attention">
			<h2 id="counterfoil-attention">{ __( 'Longest overdue', 'counterfoil' ) }</h2>
			{ invoices.length === 0 ? (
				<p className="counterfoil-panel__quiet">{ __( 'Nothing is overdue.', 'counterfoil' ) }</p>
			) : (
				<ul className="counterfoil-attention">
					{ invoices.map( ( invoice ) => (
						<li key={ invoice.id }>
							<a href={ `#/invoices/${ invoice.id }` }>
								<span className="counterfoil-attention__who">
									<strong>{ invoice.client.name }</strong>
									<span>
										{ sprintf(
											/* translators: 1: invoice number, 2: date */
											__( '%1$s, due %2$s', 'counterfoil' ),
											invoice.number ?? '',
											formatDay( invoice.due_date )
										) }
									</span>
								</span>
								<StateBadge state={ invoice.state } daysOverdue={ invoice.days_overdue } />
								<strong className="counterfoil-money">{ formatMoney( invoice.due ) }</strong>
							</a>
						</li>
					) ) }
				</ul>
			) }
		</section>
	);
}
