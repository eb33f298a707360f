<?php

declare(strict_types=1);

namespace Counterfoil\Products;

use Closure;
use Counterfoil\Activity\EventWords;

/** What happened to products and their plans, in the words of the timeline. */
final readonly class Sentences
{
    /** @return array<string, Closure(EventWords): string> by the event's type */
    public static function all(): array
    {
        return [
            /* translators: %s: name of a product */
            'product.created' => static fn (EventWords $words): string => sprintf(__('Product %s created', 'counterfoil'), $words->name()),
            /* translators: %s: name of a product */
            'product.updated' => static fn (EventWords $words): string => sprintf(__('Product %s changed', 'counterfoil'), $words->name()),
            /* translators: %s: name of a product */
            'product.archived' => static fn (EventWords $words): string => sprintf(__('Product %s archived', 'counterfoil'), $words->name()),
            /* translators: %s: name of a product */
            'product.restored' => static fn (EventWords $words): string => sprintf(__('Product %s restored', 'counterfoil'), $words->name()),
            /* translators: %s: name of a product */
            'product.deleted' => static fn (EventWords $words): string => sprintf(__('Product %s deleted', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.created' => static fn (EventWords $words): string => sprintf(__('Plan %s added', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.updated' => static fn (EventWords $words): string => sprintf(__('Plan %s changed', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.archived' => static fn (EventWords $words): string => sprintf(__('Plan %s archived', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.restored' => static fn (EventWords $words): string => sprintf(__('Plan %s restored', 'counterfoil'), $words->name()),
            /* translators: %s: name of a plan */
            'plan.deleted' => static fn (EventWords $words): string => sprintf(__('Plan %s deleted', 'counterfoil'), $words->name()),
        ];
    }
}
