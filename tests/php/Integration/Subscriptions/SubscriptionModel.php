<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Integration\Subscriptions;

use DateTimeImmutable;

/**
 * What subscriptions of one client come to, said as simply as it can be said: day by day, arrays, no rows. 100 EUR and VAT
 * of 23 % a period; tries on the first and third day after a charge failed.
 *
 * @phpstan-type Modelled array{anchor: string, unit: string, count: int, status: string, index: int, part: string|null, billed_until: string|null, cycles: int|null, ends_on: string|null, resume_on: string|null, ended_on: string|null, held: bool, confirmed: string}
 */
final class SubscriptionModel
{
    private const RETRY = [1, 3];
    private const MOST_BEHIND = 2;

    /** @var array<int, Modelled> by id */
    public array $subscriptions = [];

    /** @var list<array{of: int, issued: string, from: string, total: int, is_paid: bool, is_credited: bool, failed_on: string|null, tries: int, try_on: string|null}> */
    public array $bills = [];

    public bool $is_card_good = true;

    public int $charged = 0;

    /** @param int $lead days before a period on which it is billed; it is charged on its first day */
    public function __construct(private readonly int $lead)
    {
    }

    public function starts(int $id, string $day, string $unit, int $count, ?int $cycles): void
    {
        $this->subscriptions[$id] = ['anchor' => $day, 'unit' => $unit, 'count' => $count, 'status' => 'active', 'index' => 0, 'part' => null, 'billed_until' => null, 'cycles' => $cycles, 'ends_on' => null, 'resume_on' => null, 'ended_on' => null, 'held' => false, 'confirmed' => ''];
        $this->comes($id, $day);
    }

    /** The worker runs on a day: what is to be tried again, and then what is due. */
    public function runs(string $day): void
    {
        foreach ($this->bills as $index => $bill) {
            if ($bill['try_on'] !== null && $bill['try_on'] <= $day) {
                $this->charge($index, $day);
            }
        }
        foreach (array_keys($this->subscriptions) as $id) {
            $this->comes($id, $day);
        }
    }

    public function prefers(bool $is_good, string $day): void
    {
        $this->is_card_good = $is_good;
        foreach ($this->bills as $index => $bill) {
            if (! $bill['is_paid'] && ! $bill['is_credited'] && $bill['from'] <= $day) {
                $this->charge($index, $day);
            }
        }
    }

    public function pauses(int $id, ?string $until): void
    {
        $this->subscriptions[$id] = ['status' => 'paused', 'resume_on' => $until] + $this->subscriptions[$id];
    }

    public function resumes(int $id, string $day): void
    {
        $one = ['status' => 'active', 'resume_on' => null] + $this->subscriptions[$id];
        $from = max($day, $one['billed_until'] === null ? $day : self::plus($one['billed_until'], 1));
        $left = $one['cycles'] === null ? null : $one['cycles'] - $one['index'];
        $one['part'] = null;
        while ($one['index'] > 0 && self::begin_of($one, $one['index']) > $from) {
            --$one['index'];
        }
        while (self::begin_of($one, $one['index']) < $from) {
            ++$one['index'];
            $one['part'] = $from;
        }
        if (self::begin_of($one, $one['index']) === $from) {
            $one['part'] = null;
        }
        $one['cycles'] = $left === null ? null : $one['index'] + $left;
        $this->subscriptions[$id] = $one;
    }

    /** @param string $day the first that does not belong to it */
    public function ends(int $id, string $day, string $today): void
    {
        if ($day <= $today) {
            $this->subscriptions[$id] = ['status' => 'ended', 'ended_on' => $today] + $this->subscriptions[$id];
            foreach ($this->bills as $index => $bill) {
                if ($bill['of'] === $id && $bill['from'] > $today && ! $bill['is_paid']) {
                    $this->bills[$index] = ['is_credited' => true, 'try_on' => null] + $bill;
                }
            }
        } else {
            $this->lasts($id, $day);
        }
    }

    /** @param string|null $until the first day that does not belong to it; days that an earlier end cut off are billed after all */
    public function lasts(int $id, ?string $until): void
    {
        $one = &$this->subscriptions[$id];
        $after = $one['billed_until'] === null ? null : self::plus($one['billed_until'], 1);
        if ($after !== null && $after === $one['ends_on'] && $one['part'] === null && $after < self::begin_of($one, $one['index'])) {
            $one['part'] = $after;
        }
        $one['ends_on'] = $until;
    }

    public function release(int $id, bool $all, string $day): void
    {
        $one = &$this->subscriptions[$id];
        $one['held'] = false;
        if ($all) {
            $one['confirmed'] = $day;
        } else {
            $left = $one['cycles'] === null ? null : $one['cycles'] - $one['index'];
            while (self::begin_of($one, $one['index']) <= $day) {
                ++$one['index'];
            }
            $one['part'] = null;
            $one['billed_until'] = self::plus(self::begin_of($one, $one['index']), -1);
            $one['cycles'] = $left === null ? null : $one['index'] + $left;
        }
        unset($one);
        $this->comes($id, $day);
    }

    public function owed(): int
    {
        return array_sum(array_map(static fn (array $bill): int => $bill['is_paid'] || $bill['is_credited'] ? 0 : $bill['total'], $this->bills));
    }

    /** @return list<string> "active 2027-02-28": with the day of the next bill, of going on, or of the end */
    public function said(): array
    {
        return array_map(static function (array $one): string {
            $next = $one['status'] === 'active' && ! $one['held'] ? self::next($one)['from'] ?? null : null;

            return trim("{$one['status']} " . ($one['ended_on'] ?? $next ?? $one['resume_on']));
        }, array_values($this->subscriptions));
    }

    /** What begins until a day is billed on it, unless too much of it does; what is over ends. */
    private function comes(int $id, string $day): void
    {
        $one = $this->subscriptions[$id];
        if ($one['status'] === 'paused' && $one['resume_on'] !== null && $one['resume_on'] <= $day && ($one['ends_on'] === null || $one['ends_on'] > $one['resume_on'])) {
            $this->resumes($id, $one['resume_on']);
            $one = $this->subscriptions[$id];
        }
        if ($one['status'] === 'ended' || ($one['held'] && $one['status'] === 'active')) {
            return;
        }
        $due = [];
        $after = $one;
        while ($one['status'] === 'active' && ($period = self::next($after)) !== null && $period['from'] <= self::plus($day, $this->lead)) {
            $due[] = $period;
            $after = ['part' => null, 'billed_until' => $period['to'], 'index' => $after['index'] + ($after['part'] === null ? 1 : 0)] + $after;
        }
        if (count(array_filter($due, static fn (array $period): bool => $period['from'] <= $day && $period['from'] > $one['confirmed'])) > self::MOST_BEHIND) {
            $this->subscriptions[$id]['held'] = true;

            return;
        }
        foreach ($due as $period) {
            $net = (int) round(10000 * $period['days'] / $period['of']);
            $this->bills[] = ['of' => $id, 'is_credited' => false, 'issued' => $day, 'from' => $period['from'], 'total' => $net + (int) round($net * 0.23), 'is_paid' => false, 'failed_on' => null, 'tries' => 0, 'try_on' => $period['from']];
            if ($period['from'] <= $day) {
                $this->charge(count($this->bills) - 1, $day);
            }
        }
        $is_out = $after['cycles'] !== null && $after['index'] >= $after['cycles'] && $after['part'] === null;
        $over = min(array_filter([$after['ends_on'], $after['cycles'] !== null && ($is_out || $after['status'] === 'active') ? self::begin_of($after, $after['cycles']) : null]) ?: ['9999-12-31']);
        $this->subscriptions[$id] = $over <= $day ? ['status' => 'ended', 'ended_on' => $over] + $after : $after;
    }

    /**
     * @param Modelled $one
     * @return array{from: string, to: string, days: int, of: int}|null
     */
    private static function next(array $one): ?array
    {
        if ($one['part'] === null && $one['cycles'] !== null && $one['index'] >= $one['cycles']) {
            return null;
        }
        $whole = $one['part'] === null ? $one['index'] : $one['index'] - 1;
        [$begin, $end] = [self::begin_of($one, $whole), self::begin_of($one, $whole + 1)];
        $from = $one['part'] ?? $begin;
        $to = min($end, $one['ends_on'] ?? $end);

        return $from >= $to ? null : ['from' => $from, 'to' => self::plus($to, -1), 'days' => self::days($from, $to), 'of' => self::days($begin, $end)];
    }

    private function charge(int $index, string $day): void
    {
        $bill = &$this->bills[$index];
        if ($this->is_card_good) {
            $bill = ['is_paid' => true, 'try_on' => null] + $bill;
            $this->charged += $bill['total'];

            return;
        }
        $bill['failed_on'] ??= $day;
        $wait = self::RETRY[$bill['tries']++] ?? null;
        $bill['try_on'] = $wait === null ? null : max(self::plus($bill['failed_on'], $wait), self::plus($day, 1));
    }

    /** @param Modelled $one */
    private static function begin_of(array $one, int $index): string
    {
        if ($one['unit'] !== 'month') {
            return self::plus($one['anchor'], ['day' => 1, 'week' => 7][$one['unit']] * $one['count'] * $index);
        }
        $first = (new DateTimeImmutable(substr($one['anchor'], 0, 7) . '-01'))->modify($one['count'] * $index . ' months');

        return $first->format('Y-m-') . sprintf('%02d', min((int) substr($one['anchor'], 8), (int) $first->format('t')));
    }

    public static function plus(string $day, int $days): string
    {
        return (new DateTimeImmutable($day))->modify("{$days} days")->format('Y-m-d');
    }

    private static function days(string $from, string $to): int
    {
        return (int) (new DateTimeImmutable($from))->diff(new DateTimeImmutable($to))->format('%a');
    }
}
