import { __ } from '@wordpress/i18n';
import type { Coupon, CouponUse } from '../../../contract/coupons';
import { formatMoment } from '../../../shared/dates';
import { Loaded } from '../../../shared/loaded';
import { Pager } from '../../../shared/list/pager';
import { usePages } from '../../../shared/list/pages';
import { formatMoney } from '../../../shared/money';
import { useRead } from '../../../shared/store';

/** Which bills carry it, whose they are, and what it took off. */
export function Uses( { coupon }: { readonly coupon: Coupon } ) {
	const pages = usePages( { id: coupon.id } );
	const read = useRead( 'coupons.uses', { params: { id: coupon.id }, query: { cursor: pages.cursor } } );
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-coupon-uses">
			<h2 id="counterfoil-coupon-uses">{ __( 'Uses', 'counterfoil' ) }</h2>
			<Loaded read={ read }>
				{ ( { items, next_cursor: next } ) =>
					items.length === 0 ? (
						<p className="counterfoil-panel__quiet">
							{ __(
								'Not used yet. Add it to an invoice with “Add coupon” below the lines; it counts once the invoice is issued.',
								'counterfoil'
							) }
						</p>
					) : (
						<>
							<ul className="counterfoil-coupon__uses">
								{ items.map( ( use ) => (
									<Use key={ use.id } use={ use } />
								) ) }
							</ul>
							<Pager pages={ pages } next={ next } />
						</>
					)
				}
			</Loaded>
		</section>
	);
}

function Use( { use }: { readonly use: CouponUse } ) {
	const isVoid = use.given_back_at !== null;
	return (
		<li className={ isVoid ? 'is-void' : '' }>
			<span className="counterfoil-coupon__bill">
				{ use.invoice && <a href={ `#/invoices/${ use.invoice.id }` }>{ use.invoice.number }</a> }
				{ use.subscription && (
					<a href={ `#/subscriptions/${ use.subscription.id }` } dir="auto">
						{ use.subscription.name }
					</a>
				) }
				<a href={ `#/clients/${ use.client.id }` } dir="auto">
					{ use.client.name }
				</a>
			</span>
			<span className="counterfoil-panel__quiet">
				{ isVoid ? notCounted( use ) : formatMoment( use.used_at ) }
			</span>
			<span className="counterfoil-money">{ formatMoney( { ...use.amount, amount: -use.amount.amount } ) }</span>
		</li>
	);
}

const notCounted = ( { subscription }: CouponUse ) =>
	subscription ? __( 'Ended, doesn’t count', 'counterfoil' ) : __( 'Voided, doesn’t count', 'counterfoil' );
