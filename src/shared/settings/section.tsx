import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';

interface Props {
	readonly title: string;
	/** What it is for and where it is seen. */
	readonly text?: string;
	readonly children: ReactNode;
}

/** Fields that belong together: what they are at the left, they themselves at the right. */
export function Section( { title, text, children }: Props ) {
	const id = useId();
	return (
		<section className="counterfoil-settings__section" aria-labelledby={ id }>
			<header>
				<h2 id={ id }>{ title }</h2>
				{ text && <p>{ text }</p> }
			</header>
			<div className="counterfoil-form">{ children }</div>
		</section>
	);
}
