import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Plan } from '../../../contract/products';
import { Combobox } from '../../../shared/combobox';
import { Field } from '../../../shared/form/field';
import { useRead } from '../../../shared/store';
import { useDebounced } from '../../../shared/use-debounced';

interface Props {
	readonly error: string | undefined;
	readonly onChoose: ( plan: Plan ) => void;
}

/** The plan whose subscriptions are raised; those that are sold no more have subscriptions too. */
export function PlanField( { error, onChoose }: Props ) {
	const [ name, setName ] = useState( '' );
	const [ typed, setTyped ] = useState( '' );
	const search = useDebounced( typed, 150 ).trim();
	const found = useRead( 'products.list', { query: { per_page: 20, ...( search ? { search } : {} ) } } );
	const plans = found.data?.items.flatMap( ( product ) =>
		product.plans
			.filter( ( { interval } ) => interval !== null )
			.map( ( plan ) => ( {
				plan,
				label: product.name === plan.name ? plan.name : `${ product.name }: ${ plan.name }`,
			} ) )
	);
	return (
		<Field
			label={ __( 'All subscriptions of the plan', 'counterfoil' ) }
			help={ __( 'Other items of these subscriptions keep their prices.', 'counterfoil' ) }
			error={ error }
		>
			<Combobox
				value={ name }
				placeholder={ __( 'Find a product or plan', 'counterfoil' ) }
				options={
					search === typed.trim()
						? plans?.map( ( { plan, label } ) => ( {
								id: String( plan.id ),
								label,
								detail: plan.sentence,
							} ) )
						: undefined
				}
				problem={ found.error?.message }
				onSearch={ setTyped }
				onChoose={ ( { id, label } ) => {
					const chosen = plans?.find( ( { plan } ) => String( plan.id ) === id );
					if ( chosen ) {
						setName( label );
						onChoose( chosen.plan );
					}
				} }
			/>
		</Field>
	);
}
