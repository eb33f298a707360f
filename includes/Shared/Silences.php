<?php

declare(strict_types=1);

namespace Counterfoil\Shared;

use Counterfoil\Shared\Clock\Clock;
use Counterfoil\Shared\Clock\Timestamps;
use DateTimeImmutable;

/**
 * Who outside took a question and did not answer in time (a gateway, a mail server): remembered over all processes, so
 * that not everybody waits for them anew. No change of state: what is kept is a hint, and the next answer ends it.
 */
final readonly class Silences
{
    private const SETTINGS = 'silences';

    public function __construct(private Settings $settings, private Clock $clock)
    {
    }

    /** @return DateTimeImmutable|null since when they have not answered; null while they do */
    public function since(string $who): ?DateTimeImmutable
    {
        $silence = $this->of($who);

        return $silence === null ? null : Timestamps::from_row($silence['since']);
    }

    /** Whether somebody waited for them in vain in the last so many seconds. */
    public function is_fresh(string $who, int $seconds): bool
    {
        $silence = $this->of($who);

        return $silence !== null && Timestamps::from_row($silence['last']) > $this->clock->now()->modify("-{$seconds} seconds");
    }

    public function begin(string $who): void
    {
        $now = Timestamps::to_row($this->clock->now());
        $this->settings->set(self::SETTINGS, [$who => ['since' => $this->of($who)['since'] ?? $now, 'last' => $now]] + $this->settings->get(self::SETTINGS));
    }

    /** They answered. Writes nothing while all is well. */
    public function end(string $who): void
    {
        if ($this->of($who) !== null) {
            $this->settings->set(self::SETTINGS, array_diff_key($this->settings->get(self::SETTINGS), [$who => true]));
        }
    }

    /** @return array{since: string, last: string}|null */
    private function of(string $who): ?array
    {
        $silence = $this->settings->get(self::SETTINGS)[$who] ?? null;

        return is_array($silence) && is_string($silence['since'] ?? null) && is_string($silence['last'] ?? null)
            ? ['since' => $silence['since'], 'last' => $silence['last']]
            : null;
    }
}
