import { __, _n, sprintf } from '@wordpress/i18n';
import type { Term } from '../../contract/subscriptions/items';
import type { Subscription } from '../../contract/subscriptions/subscription';
import { formatDay, plusDays } from '../../shared/dates';
import { typedDecimal } from '../../shared/decimal';
import { Fact } from '../../shared/fact';
import { formatMoney } from '../../shared/money';

/** Whose it is, what is in it, and its days. */
export function Details( { subscription }: { readonly subscription: Subscription } ) {
	const { client, website, amount, rhythm, tax_mode: taxMode, cycles, term, ends_earliest: earliest } = subscription;
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-subscription-details">
			<h2 id="counterfoil-subscription-details">{ __( 'Details', 'counterfoil' ) }</h2>
			<dl className="counterfoil-facts is-wide">
				<Fact label={ __( 'Client', 'counterfoil' ) }>
					<a href={ `#/clients/${ client.id }` }>{ client.name }</a>
				</Fact>
				{ website && <Fact label={ __( 'Website', 'counterfoil' ) }>{ website.name }</Fact> }
				<Items items={ subscription.items } />
				<Fact label={ __( 'Amount', 'counterfoil' ) }>
					{ formatMoney( amount ) } { rhythm },{ ' ' }
					{ taxMode === 'inclusive' ? __( 'including tax', 'counterfoil' ) : __( 'plus tax', 'counterfoil' ) }
				</Fact>
				{ subscription.coupon && (
					<Fact label={ __( 'Coupon', 'counterfoil' ) }>
						<a href={ `#/products/coupons/${ subscription.coupon.id }` }>{ subscription.coupon.code }</a>
						{ ` · ${ subscription.coupon.worth } · ${ couponLeft( subscription.coupon ) }` }
					</Fact>
				) }
				{ cycles !== null && (
					<Fact label={ __( 'Periods', 'counterfoil' ) }>
						{ sprintf(
							/* translators: %d: number of periods */
							__( '%d in total', 'counterfoil' ),
							cycles
						) }
					</Fact>
				) }
				<Day
					label={
						subscription.state === 'scheduled'
							? __( 'Starts on', 'counterfoil' )
							: __( 'Started', 'counterfoil' )
					}
					day={ subscription.started_on }
				/>
				{ term && <TermFact term={ term } /> }
				<LastDay label={ __( 'Earliest last day', 'counterfoil' ) } before={ earliest } />
				<LastDay label={ __( 'Trial until', 'counterfoil' ) } before={ subscription.trial_until } />
				<Day label={ __( 'Next renewal', 'counterfoil' ) } day={ subscription.next_on } />
				<Day label={ __( 'Resumes on', 'counterfoil' ) } day={ subscription.resume_on } />
				<LastDay label={ __( 'Last day', 'counterfoil' ) } before={ subscription.ends_on } />
				<Day label={ __( 'Ended on', 'counterfoil' ) } day={ subscription.ended_on } />
			</dl>
		</section>
	);
}

function TermFact( { term: { months, notice_days: days, renews } }: { readonly term: Term } ) {
	const length = renews
		? /* translators: %d: number of months */
			_n( '%d month, renewed automatically', '%d months, renewed automatically', months, 'counterfoil' )
		: /* translators: %d: number of months */
			_n( '%d month', '%d months', months, 'counterfoil' );
	/* translators: %d: number of days */
	const notice = _n( '%d day’s notice', '%d days’ notice', days, 'counterfoil' );
	return (
		<Fact label={ __( 'Minimum term', 'counterfoil' ) }>
			{ [ months > 0 && sprintf( length, months ), days > 0 && sprintf( notice, days ) ]
				.filter( Boolean )
				.join( ', ' ) }
		</Fact>
	);
}

function Items( { items }: Pick< Subscription, 'items' > ) {
	return (
		<Fact label={ __( 'Items', 'counterfoil' ) }>
			<ul className="counterfoil-subscription__items">
				{ items.map( ( item, index ) => (
					<li key={ index }>
						{ sprintf(
							/* translators: 1: quantity, 2: what it is, 3: amount of money */
							__( '%1$s × %2$s: %3$s', 'counterfoil' ),
							typedDecimal( item.quantity ),
							item.description,
							formatMoney( item.amount )
						) }
						{ item.setup_fee.amount > 0 && (
							<span className="counterfoil-panel__quiet">
								{ sprintf(
									/* translators: %s: amount */
									__( 'Set-up fee on the first invoice: %s', 'counterfoil' ),
									formatMoney( item.setup_fee )
								) }
							</span>
						) }
					</li>
				) ) }
			</ul>
		</Fact>
	);
}

function Day( { label, day }: { readonly label: string; readonly day: string | null } ) {
	return day === null ? null : <Fact label={ label }>{ formatDay( day ) }</Fact>;
}

/** People name the last day; the contract has the first one that follows. */
function LastDay( { label, before }: { readonly label: string; readonly before: string | null } ) {
	return <Day label={ label } day={ before && plusDays( before, -1 ) } />;
}

const couponLeft = ( { periods, left }: NonNullable< Subscription[ 'coupon' ] > ) => {
	if ( periods === null || left === null ) {
		return __( 'for all periods', 'counterfoil' );
	}
	return left === 0
		? __( 'used up', 'counterfoil' )
		: /* translators: 1: number of periods, 2: number of all */
			sprintf( __( '%1$d of %2$d periods left', 'counterfoil' ), left, periods );
};
