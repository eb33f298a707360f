import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { boot } from '../../shared/boot';
import { MoneyField } from '../../shared/form/money-field';
import type { FormPart } from '../../shared/form/part';
import { RateField } from '../../shared/form/rate-field';
import { SelectField } from '../../shared/form/select-field';
import type { CouponDraft } from './coupon-draft';

type Value = CouponDraft[ 'value' ];

/** A percentage, or an amount in each currency that it can be used in. */
export function ValueFields( { value }: { readonly value: FormPart< Value > } ) {
	const { type, amounts } = value.values;
	return (
		<div className="counterfoil-coupon-fields__value">
			<SelectField< Value[ 'type' ] >
				label={ __( 'Discount', 'counterfoil' ) }
				options={ [
					{ code: 'percent', name: __( 'Percentage', 'counterfoil' ) },
					{ code: 'amount', name: __( 'Amount', 'counterfoil' ) },
				] }
				{ ...value.field( 'type' ) }
			/>
			{ type === 'percent' ? (
				<RateField label={ __( 'Percent off', 'counterfoil' ) } { ...value.field( 'percent' ) } />
			) : (
				<Amounts value={ value } />
			) }
			{ type === 'amount' && (
				<Button
					variant="tertiary"
					size="compact"
					className="counterfoil-coupon-fields__add"
					onClick={ () =>
						value.set( { amounts: [ ...amounts, { amount: null, currency: unused( amounts ) } ] } )
					}
				>
					{ __( 'Add another currency', 'counterfoil' ) }
				</Button>
			) }
		</div>
	);
}

function Amounts( { value }: { readonly value: FormPart< Value > } ) {
	const { amounts } = value.values;
	return (
		<div className="counterfoil-coupon-fields__amounts">
			{ amounts.map( ( { currency }, index ) => {
				const money = value.item( 'amounts', index );
				return (
					<div key={ index } className="counterfoil-coupon-fields__amount">
						<MoneyField label={ __( 'Amount off', 'counterfoil' ) } money={ money } />
						<SelectField
							label={ __( 'Currency', 'counterfoil' ) }
							options={ boot().currencies.map( ( { code } ) => ( { code, name: code } ) ) }
							{ ...money.field( 'currency' ) }
						/>
						{ amounts.length > 1 && (
							<Button
								icon={ closeSmall }
								/* translators: %s: currency code */
								label={ sprintf( __( 'Remove the amount in %s', 'counterfoil' ), currency ) }
								onClick={ () => value.set( { amounts: amounts.filter( ( _, at ) => at !== index ) } ) }
							/>
						) }
					</div>
				);
			} ) }
		</div>
	);
}

/** The first currency that has no amount yet, those that are often billed before the rest. */
function unused( amounts: Value[ 'amounts' ] ): string {
	const taken = amounts.map( ( { currency } ) => currency );
	const codes = boot().currencies.map( ( { code } ) => code );
	return (
		[ boot().currency, 'EUR', 'USD', 'GBP', 'PLN', ...codes ].find( ( code ) => ! taken.includes( code ) ) ?? 'EUR'
	);
}
