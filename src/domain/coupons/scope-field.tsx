import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import type { Coupon } from '../../contract/coupons';
import type { Product } from '../../contract/products';
import { Combobox, type ComboboxOption } from '../../shared/combobox';
import { Field } from '../../shared/form/field';
import type { FieldOf } from '../../shared/form/part';
import { useRead } from '../../shared/store';
import { useDebounced } from '../../shared/use-debounced';

type Scoped = Coupon[ 'scope' ][ number ];

/** What it is for: everything, until products or single plans are chosen. */
export function ScopeField( { value, error, onChange }: FieldOf< readonly Scoped[] > ) {
	const [ typed, setTyped ] = useState( '' );
	const search = useDebounced( typed, 150 ).trim();
	const found = useRead( 'products.list', { query: { per_page: 20, ...( search ? { search } : {} ) } } );
	const options = found.data && optionsOf( found.data.items, value );
	return (
		<div className="counterfoil-coupon-scope">
			<Field
				label={ __( 'Only for (optional)', 'counterfoil' ) }
				help={ __( 'Leave empty for all products and lines.', 'counterfoil' ) }
				error={ error }
			>
				<Combobox
					value=""
					placeholder={ __( 'Find a product or plan', 'counterfoil' ) }
					options={ search === typed.trim() ? options : undefined }
					problem={ found.error?.message }
					onSearch={ setTyped }
					onChoose={ ( { id, label } ) => {
						const [ type, number ] = id.split( ':' );
						onChange( [ ...value, { type: type as Scoped[ 'type' ], id: Number( number ), name: label } ] );
					} }
				/>
			</Field>
			{ value.length > 0 && (
				<ul>
					{ value.map( ( one ) => (
						<li key={ `${ one.type }:${ one.id }` }>
							<span dir="auto">{ one.name }</span>
							<Button
								icon={ closeSmall }
								size="small"
								/* translators: %s: name of a product or plan */
								label={ sprintf( __( 'Remove %s', 'counterfoil' ), one.name ) }
								onClick={ () => onChange( value.filter( ( other ) => other !== one ) ) }
							/>
						</li>
					) ) }
				</ul>
			) }
		</div>
	);
}

/** Each product, and its plans where it has several; those that were chosen are left out. */
function optionsOf( products: readonly Product[], chosen: readonly Scoped[] ): readonly ComboboxOption[] {
	const taken = new Set( chosen.map( ( { type, id } ) => `${ type }:${ id }` ) );
	return products
		.flatMap( ( product ) => [
			{ id: `product:${ product.id }`, label: product.name, detail: __( 'All plans', 'counterfoil' ) },
			...product.plans
				.filter( ( plan ) => plan.archived_at === null && product.plans.length > 1 )
				.map( ( plan ) => ( {
					id: `plan:${ plan.id }`,
					label: `${ product.name }: ${ plan.name }`,
					detail: plan.sentence,
				} ) ),
		] )
		.filter( ( { id } ) => ! taken.has( id ) );
}
