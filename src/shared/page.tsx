import { useEffect, useRef } from '@wordpress/element';
import type { ReactNode } from 'react';
import { hasMoved } from './location';

interface Props {
	readonly title: string;
	/** Beside the title: a state, a count. */
	readonly badge?: ReactNode;
	/** Where this screen hangs: the list it came from. */
	readonly back?: { readonly href: string; readonly label: string };
	/** Buttons of this screen, the primary one last. */
	readonly actions?: ReactNode;
	readonly children: ReactNode;
}

/** Every screen's frame: title at the left, its actions at the right. */
export function Page( { title, badge, back, actions, children }: Props ) {
	const heading = useRef< HTMLHeadingElement >( null );
	useEffect( () => {
		// What had the focus went with the screen before: it goes on at the heading of this one.
		const { activeElement, body } = heading.current?.ownerDocument ?? document;
		if ( hasMoved() && activeElement === body ) {
			heading.current?.focus( { preventScroll: true } );
		}
	}, [] );
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
					<h1 ref={ heading } tabIndex={ -1 } dir="auto">
						{ title }
					</h1>
					{ badge }
				</div>
				<div className="counterfoil-screen__actions">{ actions }</div>
			</header>
			{ children }
		</div>
	);
}
