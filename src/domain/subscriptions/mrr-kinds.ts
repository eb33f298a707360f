import { __, _x } from '@wordpress/i18n';
import type { MrrKind } from '../../contract/subscriptions/mrr';

const labels: Record< MrrKind, () => string > = {
	new: () => _x( 'New', 'monthly recurring revenue', 'counterfoil' ),
	expansion: () => __( 'Expansion', 'counterfoil' ),
	contraction: () => __( 'Contraction', 'counterfoil' ),
	churn: () => __( 'Churn', 'counterfoil' ),
	reactivation: () => __( 'Reactivation', 'counterfoil' ),
};

/** Why recurring revenue moved, in a word. */
export const mrrKindLabel = ( kind: MrrKind ): string => labels[ kind ]();
