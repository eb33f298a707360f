import type { ReactNode } from 'react';

interface Props {
	/** Left out where the screen's heading says it. */
	readonly title?: string;
	/** Why it is empty, and what will be here. */
	readonly text: string;
	/** The one thing to do next. */
	readonly action?: ReactNode;
}

export function EmptyState( { title, text, action }: Props ) {
	return (
		<div className="counterfoil-empty">
			{ title && <h2>{ title }</h2> }
			<p>{ text }</p>
			{ action }
		</div>
	);
}
