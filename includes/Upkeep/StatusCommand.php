<?php

declare(strict_types=1);

namespace Counterfoil\Upkeep;

use Counterfoil\Shared\Finding;
use WP_CLI;

use function WP_CLI\Utils\format_items;

/** `wp counterfoil status`. */
final readonly class StatusCommand
{
    public function __construct(private StatusQuery $status)
    {
    }

    /** @param string $format of WP-CLI: "table", "json" */
    public function run(string $format): void
    {
        $findings = $this->status->findings();
        format_items($format, self::rows($findings), ['reading', 'value', 'status']);
        $problems = array_filter($findings, static fn (Finding $finding): bool => ! $finding->is_good());
        if ($format === 'table') {
            foreach ($problems as $finding) {
                WP_CLI::warning("{$finding->label}. {$finding->text}");
            }
        }
        if (array_filter($problems, static fn (Finding $finding): bool => $finding->status === 'critical') !== []) {
            WP_CLI::halt(1);
        }
        if ($problems === [] && $format === 'table') {
            WP_CLI::success(__('Everything is running.', 'counterfoil'));
        }
    }

    /**
     * @param array<string, Finding> $findings
     * @return list<array{reading: string, value: string, status: string}>
     */
    public static function rows(array $findings): array
    {
        $rows = [];
        foreach ($findings as $finding) {
            foreach ($finding->readings === [] ? [['label' => $finding->label, 'value' => '']] : $finding->readings as $reading) {
                $rows[] = ['reading' => $reading['label'], 'value' => $reading['value'], 'status' => $finding->status];
            }
        }

        return $rows;
    }
}
