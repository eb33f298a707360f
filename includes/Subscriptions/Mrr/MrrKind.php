<?php

declare(strict_types=1);

namespace Counterfoil\Subscriptions\Mrr;

/** Why recurring revenue moved. Told by subscription, not by client: a client's second subscription is new as well. */
enum MrrKind: string
{
    /** A subscription counts for the first time */
    case Started = 'new';
    /** It brings more: other items, other prices */
    case Expansion = 'expansion';
    /** It brings less */
    case Contraction = 'contraction';
    /** It was paused, or it ended */
    case Churn = 'churn';
    /** It goes on after a pause */
    case Reactivation = 'reactivation';

    /** In the reader's language. */
    public function label(): string
    {
        return match ($this) {
            self::Started => _x('New', 'monthly recurring revenue', 'counterfoil'),
            self::Expansion => __('Expansion', 'counterfoil'),
            self::Contraction => __('Contraction', 'counterfoil'),
            self::Churn => __('Churn', 'counterfoil'),
            self::Reactivation => __('Reactivation', 'counterfoil'),
        };
    }

    /**
     * @param int|null $before what it brought, null while it did not count
     * @param bool $is_first it never counted
     * @return self|null null where nothing moved
     */
    public static function of(?int $before, ?int $after, bool $is_first): ?self
    {
        return match (true) {
            $before === $after => null,
            $before === null => $is_first ? self::Started : self::Reactivation,
            $after === null => self::Churn,
            default => $after > $before ? self::Expansion : self::Contraction,
        };
    }
}
