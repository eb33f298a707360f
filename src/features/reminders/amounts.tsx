import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import { boot } from '../../shared/boot';
import { MoneyField } from '../../shared/form/money-field';
import type { FormPart } from '../../shared/form/part';
import { SelectField } from '../../shared/form/select-field';
import type { Draft } from './late-fees';

const MOST = 20;

/** A fixed late fee in each currency. */
export function Amounts( { form }: { readonly form: FormPart< Draft > } ) {
	const { amounts } = form.values;
	const error = form.errorOf( 'amounts' );
	const free = boot().currencies.filter( ( { code } ) => ! amounts.some( ( { currency } ) => currency === code ) );
	return (
		<>
			{ error && (
				<p className="counterfoil-reminders__error" role="alert">
					{ error }
				</p>
			) }
			{ amounts.map( ( _amount, index ) => {
				const money = form.item( 'amounts', index );
				return (
					<div key={ index } className="counterfoil-late-fee-amount">
						<SelectField
							label={ __( 'Currency', 'counterfoil' ) }
							options={ boot().currencies.map( ( { code } ) => ( { code, name: code } ) ) }
							{ ...money.field( 'currency' ) }
						/>
						<MoneyField label={ __( 'Late fee', 'counterfoil' ) } money={ money } />
						<Button
							icon={ closeSmall }
							label={ sprintf(
								/* translators: %s: currency code */
								__( 'Remove late fee in %s', 'counterfoil' ),
								money.values.currency
							) }
							onClick={ () => form.set( { amounts: amounts.filter( ( _other, at ) => at !== index ) } ) }
							__next40pxDefaultSize
						/>
					</div>
				);
			} ) }
			{ amounts.length < MOST && free[ 0 ] && (
				<div>
					<Button
						variant="secondary"
						__next40pxDefaultSize
						onClick={ () =>
							form.set( { amounts: [ ...amounts, { amount: null, currency: free[ 0 ]?.code ?? '' } ] } )
						}
					>
						{ __( 'Add currency', 'counterfoil' ) }
					</Button>
				</div>
			) }
		</>
	);
}
