import { Button } from '@wordpress/components';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { boot } from './boot';

interface Props {
	readonly title: string;
	/** Beside the title: a state, a count. */
	readonly badge?: ReactNode;
	/** Where this screen hangs: the list it came from. */
	readonly back?: { readonly href: string; readonly label: string };
	/** Buttons of this screen, before "Bill client". */
	readonly actions?: ReactNode;
	/** "Bill client" starts with this client. */
	readonly clientId?: number;
	/** `primary` where the screen has no primary of its own; `none` in the editor, which is it. */
	readonly bill?: 'primary' | 'secondary' | 'none';
	readonly children: ReactNode;
}

/** Every screen's frame: title at the left, its actions and "Bill client" at the right. */
export function Page( { title, badge, back, actions, clientId, bill = 'primary', children }: Props ) {
	useEffect( () => {
		document.title = `${ title } ‹ Counterfoil`;
	}, [ title ] );
	return (
		<div className="counterfoil-screen">
			<header className="counterfoil-screen__header">
				<div className="counterfoil-screen__title">
					{ back && (
						<a className="counterfoil-screen__back" href={ `#${ back.href }` }>
							← { back.label }
						</a>
					) }
					<h1>{ title }</h1>
					{ badge }
				</div>
				<div className="counterfoil-screen__actions">
					{ actions }
					{ bill !== 'none' && boot().can.bill && (
						<Button
							variant={ bill }
							href={ `#/invoices/new${ clientId ? `?client=${ clientId }` : '' }` }
							__next40pxDefaultSize
						>
							{ __( 'Bill client', 'counterfoil' ) }
						</Button>
					) }
				</div>
			</header>
			{ children }
		</div>
	);
}
