import { Icon, MenuGroup, MenuItem, NavigableMenu, Popover } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import type { DraftLine } from './draft';
import { focusLine } from './focus-line';
import { hasDetails } from './line-details';
import type { LineActions } from './line-row';

interface Props {
	readonly number: number;
	readonly line: DraftLine;
	readonly isFirst: boolean;
	readonly isLast: boolean;
	readonly actions: LineActions;
}

/**
 * What can be done with a line as a whole. Moving also works with Alt and the arrows in its fields.
 * A plain button until it is pressed: five hundred menus with tooltips would take seconds to draw.
 */
export function LineMenu( { number, isFirst, isLast, line, actions }: Props ) {
	const [ button, setButton ] = useState< HTMLButtonElement | null >( null );
	const [ isOpen, setOpen ] = useState( false );
	const label = sprintf(
		/* translators: %d: number of a line */
		__( 'Actions for line %d', 'counterfoil' ),
		number
	);
	const item = ( words: string, onClick: () => void, { isDisabled = false, shortcut = '' } = {} ) => (
		<MenuItem
			disabled={ isDisabled }
			{ ...( shortcut ? { shortcut } : {} ) }
			onClick={ () => {
				setOpen( false );
				onClick();
			} }
		>
			{ words }
		</MenuItem>
	);
	const toggleDiscount = () => {
		actions.change( line.key, { discount: line.discount ? null : { type: 'percent', text: '' } } );
		focusLine( line.key, line.discount ? 'description' : 'discount' );
	};
	return (
		<div className="counterfoil-line__menu">
			<button
				ref={ setButton }
				type="button"
				className="components-button is-compact has-icon"
				aria-label={ label }
				aria-haspopup="true"
				aria-expanded={ isOpen }
				title={ label }
				onClick={ () => setOpen( ! isOpen ) }
			>
				<Icon icon={ moreVertical } />
			</button>
			{ isOpen && (
				<Popover
					anchor={ button }
					placement="bottom-end"
					className="components-dropdown__content components-dropdown-menu__popover"
					onClose={ () => setOpen( false ) }
					onFocusOutside={ () => ! button?.matches( ':focus' ) && setOpen( false ) }
				>
					<NavigableMenu className="components-dropdown-menu__menu" role="menu" aria-label={ label }>
						<MenuGroup>
							{ item(
								line.discount
									? __( 'Remove discount', 'counterfoil' )
									: __( 'Add discount', 'counterfoil' ),
								toggleDiscount
							) }
							{ ! hasDetails( line ) &&
								item( __( 'Set unit and period', 'counterfoil' ), () => {
									actions.change( line.key, { hasDetails: true } );
									focusLine( line.key, 'unit' );
								} ) }
							{ item( __( 'Duplicate', 'counterfoil' ), () => actions.duplicate( line.key ) ) }
						</MenuGroup>
						<MenuGroup>
							{ item( __( 'Move up', 'counterfoil' ), () => actions.move( line.key, -1 ), {
								isDisabled: isFirst,
								shortcut: 'Alt+↑',
							} ) }
							{ item( __( 'Move down', 'counterfoil' ), () => actions.move( line.key, 1 ), {
								isDisabled: isLast,
								shortcut: 'Alt+↓',
							} ) }
						</MenuGroup>
						<MenuGroup>
							{ item( __( 'Remove', 'counterfoil' ), () => actions.remove( line.key ) ) }
						</MenuGroup>
					</NavigableMenu>
				</Popover>
			) }
		</div>
	);
}
