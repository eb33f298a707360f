import { __, sprintf } from '@wordpress/i18n';
import type { Purchase } from '../../../contract/invoices';
import { StateBadge } from '../../../domain/invoices/state';
import { formatDay } from '../../../shared/dates';
import { typedDecimal } from '../../../shared/decimal';
import { EmptyState } from '../../../shared/empty-state';
import { Pager } from '../../../shared/list/pager';
import { usePages } from '../../../shared/list/pages';
import { Loaded } from '../../../shared/loaded';
import { formatMoney } from '../../../shared/money';
import { useRead } from '../../../shared/store';
import './purchases.scss';

/** What a client bought once, newest first, each with the invoice it is on. */
export function Purchases( { clientId }: { readonly clientId: number } ) {
	const pages = usePages( { id: clientId } );
	const read = useRead( 'clients.purchases', { params: { id: clientId }, query: { cursor: pages.cursor } } );
	return (
		<Loaded read={ read }>
			{ ( { items, next_cursor: next } ) =>
				items.length === 0 && ! pages.previous ? (
					<EmptyState
						text={ __( 'One-time plans on this client’s invoices will appear here.', 'counterfoil' ) }
					/>
				) : (
					<>
						<ul className="counterfoil-purchases">
							{ items.map( ( purchase ) => (
								<Row key={ purchase.id } purchase={ purchase } />
							) ) }
						</ul>
						<Pager pages={ pages } next={ next } />
					</>
				)
			}
		</Loaded>
	);
}

function Row( { purchase }: { readonly purchase: Purchase } ) {
	const { description, quantity, website, invoice, amount, bought_on: boughtOn } = purchase;
	const said = [ formatDay( boughtOn ), website ].filter( Boolean ).join( ' · ' );
	return (
		<li>
			<span className="counterfoil-purchases__what">
				<strong dir="auto">
					{ quantity === '1'
						? description
						: sprintf(
								/* translators: 1: quantity, 2: what it is */
								__( '%1$s × %2$s', 'counterfoil' ),
								typedDecimal( quantity ),
								description
							) }
				</strong>
				<span className="counterfoil-panel__quiet">{ said }</span>
			</span>
			<a href={ `#/invoices/${ invoice.id }` }>{ invoice.number }</a>
			<StateBadge state={ invoice.state } />
			<span className="counterfoil-money">{ formatMoney( amount ) }</span>
		</li>
	);
}
