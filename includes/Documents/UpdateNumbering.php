<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Closure;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Input;
use InvalidArgumentException;

/** Changes how documents are numbered. The next number only goes up: one that was given is never given again. */
final readonly class UpdateNumbering
{
    /** @param Closure(): string $today in the business's time zone */
    public function __construct(
        private Changes $changes,
        private NumberingRepository $numbering,
        private SeriesRepository $series,
        private UsedNumbers $used,
        private Closure $today,
    ) {
    }

    /**
     * @param list<array<string, mixed>> $series of the contract's `numbering.update`; kinds that are missing stay as they are
     * @throws DomainError 400
     */
    public function handle(array $series, Actor $by): void
    {
        $formats = [];
        foreach ($series as $i => $typed) {
            $formats[$typed['kind']] = self::format($typed, "/series/{$i}");
        }
        $this->check_apart($series, $formats);
        $this->changes->run($by, function (Change $change) use ($series, $formats): void {
            foreach ($series as $i => $typed) {
                $this->raise(DocumentKind::from($typed['kind']), $formats[$typed['kind']], $typed['next_number'], "/series/{$i}");
            }
            $this->numbering->save($formats);
            $change->event('settings.numbering_updated', [['settings', 0]], null);
            /**
             * Fires after the number formats of documents change.
             *
             * @since 0.2.0
             */
            $change->hook('settings_numbering_updated');
        });
    }

    /**
     * @param array<string, mixed> $typed
     * @throws DomainError 400 when two periods would write the same number
     */
    private static function format(array $typed, string $pointer): NumberFormat
    {
        $restart = Restart::from($typed['restart']);
        try {
            return new NumberFormat($typed['prefix'], $typed['minimum_digits'], Input::line($typed['number_pattern']), $restart);
        } catch (InvalidArgumentException) {
            throw DomainError::invalid(match ($restart) {
                Restart::Never => __('Use {number} once so that each document has its own number. For example: {number}', 'counterfoil'),
                Restart::Yearly => __('Numbers that restart every year need {year} and {number} once each. For example: {year}-{number}', 'counterfoil'),
                Restart::Monthly => __('Numbers that restart every month need {year}, {month} and {number} once each. For example: {month}/{year}/{number}', 'counterfoil'),
            }, "{$pointer}/number_pattern");
        }
    }

    /**
     * Two kinds that write the same would have to be told apart by nothing.
     *
     * @param list<array<string, mixed>> $series
     * @param array<string, NumberFormat> $formats
     * @throws DomainError 400 when two kinds write their numbers alike
     */
    private function check_apart(array $series, array $formats): void
    {
        $seen = [];
        foreach (DocumentKind::cases() as $kind) {
            $format = $formats[$kind->value] ?? $this->numbering->format($kind);
            $written = mb_strtolower($format->prefix . $format->pattern);
            $other = $seen[$written] ?? null;
            if ($other !== null) {
                $i = array_search($kind->value, array_column($series, 'kind'), true);
                throw DomainError::invalid(
                    /* translators: 1, 2: kinds of documents, "Credit notes", "Invoices" */
                    sprintf(__('%1$s and %2$s would get the same numbers. Use a different prefix for each.', 'counterfoil'), $kind->label(), $other->label()),
                    '/series/' . (int) ($i === false ? array_search($other->value, array_column($series, 'kind'), true) : $i) . '/prefix'
                );
            }
            $seen[$written] = $kind;
        }
    }

    private function raise(DocumentKind $kind, NumberFormat $format, int $next, string $pointer): void
    {
        $today = ($this->today)();
        $period = $format->period($today);
        if (! $this->series->raise($kind, $period, $next)) {
            $least = max($this->series->next_number($kind, $period), $this->used->highest($kind, $period) + 1);
            throw DomainError::invalid(
                /* translators: %d: a number */
                sprintf(__('Enter %d or a higher number. Numbers are never reused.', 'counterfoil'), $least),
                "{$pointer}/next_number"
            );
        }
        $number = $format->text($next, $today);
        if ($this->used->is_taken($kind, $number)) {
            throw DomainError::invalid(
                /* translators: %s: a document's number, "INV-0012" */
                sprintf(__('%s already exists. Choose another prefix or a higher number.', 'counterfoil'), $number),
                "{$pointer}/prefix"
            );
        }
    }
}
