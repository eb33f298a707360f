import { Button } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Money } from '../../../contract/common';
import type { InvoiceTotals, Preview } from '../../../contract/invoices';
import { taxName } from '../../../shared/tax-name';
import { Field } from '../../../shared/form/field';
import { formatMoney } from '../../../shared/money';
import { Problem } from '../../../shared/problem';
import { CouponField } from '../../../domain/coupons/coupon-field';
import { DiscountInput } from './discount-input';
import type { Draft } from './draft';
import type { LivePreview } from './use-preview';

interface Props {
	readonly draft: Draft;
	readonly live: LivePreview;
	readonly errorOf: ( field: string ) => string | undefined;
	readonly onChange: ( changes: Partial< Draft > ) => void;
}

/** One block: what the lines come to, the whole discount, the taxes, the total. All computed by the server. */
export function Totals( { draft, live, errorOf, onChange }: Props ) {
	const { preview } = live;
	const whole = useRef< HTMLDivElement >( null );
	const addDiscount = () => {
		onChange( { discount: { type: 'percent', text: '' } } );
		requestAnimationFrame( () => whole.current?.querySelector( 'input' )?.focus() );
	};
	return (
		<section className="counterfoil-totals" aria-labelledby="counterfoil-totals">
			<h2 id="counterfoil-totals" className="screen-reader-text">
				{ __( 'Totals', 'counterfoil' ) }
			</h2>
			<Problem error={ live.failure } onRetry={ live.retry } />
			<div ref={ whole } className="counterfoil-totals__discount">
				{ draft.discount ? (
					<>
						<Field label={ __( 'Invoice discount', 'counterfoil' ) } error={ errorOf( 'discount' ) }>
							<DiscountInput
								discount={ draft.discount }
								currency={ draft.currency }
								onChange={ ( discount ) => onChange( { discount } ) }
							/>
						</Field>
						<Button variant="tertiary" onClick={ () => onChange( { discount: null } ) } size="compact">
							{ __( 'Remove discount', 'counterfoil' ) }
						</Button>
					</>
				) : (
					<Button variant="tertiary" onClick={ addDiscount } size="compact">
						{ __( 'Invoice discount', 'counterfoil' ) }
					</Button>
				) }
				<CouponField
					code={ draft.coupon }
					applied={ live.preview?.coupon }
					error={ errorOf( 'coupon' ) }
					onChange={ ( coupon ) => onChange( { coupon } ) }
				/>
				{ live.isStale && Object.keys( live.errors ).length > 0 && (
					<p className="counterfoil-totals__stale" role="status">
						{ __(
							'The totals are out of date. Fix the highlighted fields to update them.',
							'counterfoil'
						) }
					</p>
				) }
			</div>
			<dl
				className={ `counterfoil-totals__rows${ live.isStale ? ' is-stale' : '' }` }
				aria-busy={ live.isStale && Object.keys( live.errors ).length === 0 && ! live.failure }
				aria-live="polite"
			>
				{ preview ? (
					rowsOf( preview, draft.tax_mode === 'inclusive' ).map( ( { label, value, isTotal } ) => (
						<div key={ label } className={ isTotal ? 'is-total' : '' }>
							<dt>{ label }</dt>
							<dd className="counterfoil-money">{ value }</dd>
						</div>
					) )
				) : (
					<div className="is-total">
						<dt>{ __( 'Total', 'counterfoil' ) }</dt>
						<dd className="counterfoil-money">…</dd>
					</div>
				) }
			</dl>
		</section>
	);
}

interface Row {
	readonly label: string;
	readonly value: string;
	readonly isTotal?: boolean;
}

/** No line of it says nothing: what is zero is left out. */
function rowsOf( { totals, coupon }: Preview, isInclusive: boolean ): readonly Row[] {
	const hasTax = totals.taxes.length > 0;
	const off = [
		...( totals.discount.amount > 0
			? [ { label: __( 'Discount', 'counterfoil' ), value: minus( totals.discount ) } ]
			: [] ),
		...( coupon && coupon.amount.amount > 0
			? [
					{
						/* translators: %s: name of a coupon */
						label: sprintf( __( 'Coupon: %s', 'counterfoil' ), coupon.name ),
						value: minus( coupon.amount ),
					},
				]
			: [] ),
	];
	return [
		...( off.length > 0
			? [ { label: __( 'Subtotal', 'counterfoil' ), value: formatMoney( totals.subtotal ) }, ...off ]
			: [] ),
		...( hasTax ? [ { label: __( 'Net', 'counterfoil' ), value: formatMoney( totals.net ) } ] : [] ),
		...totals.taxes.map( ( tax ) => ( {
			label: taxLabel( tax, isInclusive ),
			value: formatMoney( tax.amount ),
		} ) ),
		{ label: __( 'Total', 'counterfoil' ), value: formatMoney( totals.total ), isTotal: true },
	];
}

const minus = ( money: Money ) => formatMoney( { ...money, amount: -money.amount } );

function taxLabel( tax: InvoiceTotals[ 'taxes' ][ number ], isInclusive: boolean ): string {
	const name = taxName( { ...tax, reason: '' } );
	const base = formatMoney( tax.base );
	return isInclusive
		? sprintf(
				/* translators: 1: a tax ("VAT 23%", "Reverse charge"), 2: the amount it is on */
				__( 'Includes %1$s on %2$s', 'counterfoil' ),
				name,
				base
			)
		: sprintf(
				/* translators: 1: a tax ("VAT 23%", "Reverse charge"), 2: the amount it is on */
				__( '%1$s on %2$s', 'counterfoil' ),
				name,
				base
			);
}
