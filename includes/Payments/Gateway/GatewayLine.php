<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Gateway;

use Closure;
use Counterfoil\Shared\Silences;

/**
 * How long anybody waits for gateways: no single call takes longer than CALL, all calls of a page together no longer than
 * the page has time for, and who has just kept somebody waiting in vain is left alone for a while. Gateways make their
 * calls through it.
 */
final class GatewayLine
{
    /** Seconds a single call may take. */
    private const CALL = 25.0;

    /** Seconds below which it makes no sense to ask. */
    private const LEAST = 1.0;

    /** Seconds without another try after one in vain: of the worker, and where somebody waits for a page. */
    private const REST = 20;
    private const REST_OF_PAGES = 60;

    /** Moment of hrtime() in seconds at which whoever waits has to be answered; null for the worker. */
    private ?float $deadline = null;

    private bool $insists = false;

    public function __construct(private readonly Silences $silences)
    {
    }

    /**
     * All calls that are made in there take at most so many seconds together. Within another one the earlier end counts.
     *
     * @template T
     * @param Closure(): T $work
     * @return T
     */
    public function within(float $seconds, Closure $work): mixed
    {
        $before = $this->deadline;
        $this->deadline = min($before ?? INF, self::now() + $seconds);
        try {
            return $work();
        } finally {
            $this->deadline = $before;
        }
    }

    /**
     * Asks in there also who has just kept somebody waiting: somebody wants to know whether they answer.
     *
     * @template T
     * @param Closure(): T $work
     * @return T
     */
    public function insist(Closure $work): mixed
    {
        $before = $this->insists;
        $this->insists = true;
        try {
            return $work();
        } finally {
            $this->insists = $before;
        }
    }

    /** Whether it would not be asked at this moment, because it has just kept somebody waiting in vain. */
    public function rests(string $gateway): bool
    {
        return ! $this->insists && $this->silences->is_fresh($gateway, $this->deadline === null ? self::REST : self::REST_OF_PAGES);
    }

    /**
     * @template T
     * @param Closure(float): T $call given the seconds it may take
     * @param Closure(T): bool $is_answer whether something came back, good or bad
     * @return T
     * @throws GatewayError Busy when it is not asked at all
     */
    public function ask(string $gateway, Closure $call, Closure $is_answer): mixed
    {
        $seconds = min(self::CALL, ($this->deadline ?? INF) - self::now());
        if ($seconds < self::LEAST || $this->rests($gateway)) {
            throw new GatewayError(GatewayErrorKind::Busy, 'It was not asked: there was no time left, or it has not answered just before.', 'not_asked');
        }
        $begun = self::now();
        $result = $call($seconds);
        if ($is_answer($result)) {
            $this->silences->end($gateway);
        } elseif (self::now() - $begun >= $seconds - 0.2) {
            // A connection that is cut is over at once; only waiting in vain is remembered.
            $this->silences->begin($gateway);
        }

        return $result;
    }

    private static function now(): float
    {
        return hrtime(true) / 1_000_000_000;
    }
}
