import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Product } from '../../../contract/products';
import { planActions } from '../../../domain/products/plan-actions';
import { ActionMenu } from '../../../shared/actions/action-menu';
import { boot } from '../../../shared/boot';
import { formatMoney } from '../../../shared/money';
import { agreed } from '../../../domain/products/agreed';
import { rhythm } from '../../../domain/products/rhythm';
import { NewPlan } from './new-plan';

/** A product's plans: each a name, a price and when it is billed. */
export function Plans( { product }: { readonly product: Product } ) {
	const [ isAdding, setAdding ] = useState( false );
	const canEdit = boot().can.bill;
	return (
		<section className="counterfoil-panel" aria-labelledby="counterfoil-plans">
			<header className="counterfoil-panel__header">
				<h2 id="counterfoil-plans">{ __( 'Plans', 'counterfoil' ) }</h2>
				{ canEdit && (
					<Button variant="secondary" onClick={ () => setAdding( true ) } __next40pxDefaultSize>
						{ __( 'Add plan', 'counterfoil' ) }
					</Button>
				) }
			</header>
			{ product.plans.length === 0 && (
				<p className="counterfoil-panel__quiet">
					{ __( 'A plan is a price that you bill once or on a schedule. Add the first one.', 'counterfoil' ) }
				</p>
			) }
			<ul className="counterfoil-plans">
				{ product.plans.map( ( plan ) => (
					<li key={ plan.id } className={ plan.archived_at ? 'is-archived' : '' }>
						<span className="counterfoil-plans__name">
							<strong>{ plan.name }</strong>
							<span>
								{ [
									plan.interval ? rhythm( plan.interval ) : __( 'once', 'counterfoil' ),
									...agreed( plan ),
									...( plan.archived_at ? [ __( 'archived', 'counterfoil' ) ] : [] ),
								].join( ' · ' ) }
							</span>
						</span>
						<span className="counterfoil-money counterfoil-plans__price">
							{ formatMoney( plan.price ) }
						</span>
						<ActionMenu
							item={ plan }
							actions={ planActions }
							/* translators: %s: name of a plan */
							label={ sprintf( __( 'Actions for %s', 'counterfoil' ), plan.name ) }
						/>
					</li>
				) ) }
			</ul>
			{ isAdding && <NewPlan productId={ product.id } onClose={ () => setAdding( false ) } /> }
		</section>
	);
}
