import { Button, Dropdown, NavigableMenu, SearchControl } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import type { Plan, Product } from '../../contract/products';
import { formatMoney } from '../../shared/money';
import { Problem } from '../../shared/problem';
import { rhythm } from './rhythm';
import { useRead } from '../../shared/store';
import { useDebounced } from '../../shared/use-debounced';
import './plan-picker.scss';

interface Props {
	/** Whether a plan fits what is there already. */
	readonly isOffered: ( plan: Plan ) => boolean;
	/** Why some plans are not offered. */
	readonly note: string;
	/** Only what renews. */
	readonly isRecurring?: boolean;
	readonly isFull: boolean;
	readonly onChoose: ( product: Product, plan: Plan ) => void;
}

/** A button that opens the plans, by product. */
export function PlanPicker( { isFull, onChoose, ...rest }: Props ) {
	return (
		<Dropdown
			popoverProps={ { placement: 'bottom-start' } }
			focusOnMount="firstElement"
			expandOnMobile
			headerTitle={ __( 'Add from plan', 'counterfoil' ) }
			renderToggle={ ( { isOpen, onToggle } ) => (
				<Button
					variant="secondary"
					aria-expanded={ isOpen }
					aria-haspopup="true"
					disabled={ isFull }
					onClick={ onToggle }
					__next40pxDefaultSize
				>
					{ __( 'Add from plan', 'counterfoil' ) }
				</Button>
			) }
			renderContent={ ( { onClose } ) => (
				<PlanList
					{ ...rest }
					onChoose={ ( product, plan ) => {
						onClose();
						onChoose( product, plan );
					} }
				/>
			) }
		/>
	);
}

function PlanList( { isOffered, note, isRecurring = false, onChoose }: Omit< Props, 'isFull' > ) {
	const [ typed, setTyped ] = useState( '' );
	const search = useDebounced( typed, 150 ).trim();
	const { data, error, reload } = useRead( 'products.list', {
		query: { per_page: 50, state: 'active', ...( search ? { search } : {} ) },
	} );
	const isShown = ( plan: Plan ) => ! plan.archived_at && ( ! isRecurring || plan.interval !== null );
	const products = ( data?.items ?? [] )
		.map( ( product ) => ( { ...product, plans: product.plans.filter( isShown ) } ) )
		.filter( ( product ) => product.plans.length > 0 );
	const hasOther = products.some( ( { plans } ) => plans.some( ( plan ) => ! isOffered( plan ) ) );

	// From the search down into the plans, and from the first of them back up.
	const box = useRef< HTMLDivElement >( null );
	const onKeyDown = ( event: KeyboardEvent ) => {
		const field = box.current?.querySelector( 'input' );
		const first = box.current?.querySelector< HTMLElement >( '[role="menuitem"]' );
		const isInSearch = event.target === field;
		let next: HTMLElement | null | undefined;
		if ( isInSearch && ( event.key === 'ArrowDown' || event.key === 'Enter' ) ) {
			next = first;
		} else if ( event.target === first && event.key === 'ArrowUp' ) {
			next = field;
		}
		if ( next ) {
			event.preventDefault();
			event.stopPropagation();
			next.focus();
		}
	};
	return (
		<div
			className="counterfoil-plan-picker counterfoil-app"
			ref={ box }
			onKeyDownCapture={ onKeyDown }
			role="presentation"
		>
			<SearchControl
				label={ __( 'Find a plan', 'counterfoil' ) }
				placeholder={ __( 'Find a product or plan', 'counterfoil' ) }
				hideLabelFromVision
				value={ typed }
				onChange={ setTyped }
				__nextHasNoMarginBottom
			/>
			<Problem error={ error } onRetry={ reload } />
			<NavigableMenu role="menu" orientation="vertical" className="counterfoil-plan-picker__list">
				{ products.map( ( product ) => (
					<div key={ product.id } role="group" aria-label={ product.name }>
						<h3 aria-hidden="true">{ product.name }</h3>
						{ product.plans.map( ( plan ) => (
							<button
								key={ plan.id }
								type="button"
								role="menuitem"
								aria-disabled={ ! isOffered( plan ) }
								onClick={ () => isOffered( plan ) && onChoose( product, plan ) }
							>
								<span>
									{ plan.name }
									{ plan.interval && <small>{ rhythm( plan.interval ) }</small> }
								</span>
								<span className="counterfoil-money">{ formatMoney( plan.price ) }</span>
							</button>
						) ) }
					</div>
				) ) }
			</NavigableMenu>
			{ data && products.length === 0 && (
				<p className="counterfoil-plan-picker__note">
					{ search
						? __( 'No results.', 'counterfoil' )
						: __(
								'You have no plans yet. Add them under Products or enter a line manually.',
								'counterfoil'
							) }
				</p>
			) }
			{ ! data && ! error && (
				<p className="counterfoil-plan-picker__note" role="status">
					{ __( 'Searching…', 'counterfoil' ) }
				</p>
			) }
			{ hasOther && <p className="counterfoil-plan-picker__note">{ note }</p> }
			{ data?.next_cursor && (
				<p className="counterfoil-plan-picker__note">{ __( 'Type to see more results.', 'counterfoil' ) }</p>
			) }
		</div>
	);
}
