<?php

declare(strict_types=1);

namespace Counterfoil\Reminders;

use Counterfoil\Shared\Settings;

final readonly class ScheduleRepository
{
    private const SETTINGS = 'reminders';

    /** Off until the agency turns it on: nobody writes to clients unasked. */
    private const DEFAULTS = ['is_on' => false, 'days' => [-3, 1, 7, 14], 'since' => ''];

    public function __construct(private Settings $settings)
    {
    }

    public function get(): Schedule
    {
        $stored = $this->settings->get(self::SETTINGS, self::DEFAULTS);

        return new Schedule((bool) $stored['is_on'], array_values(array_map(intval(...), (array) $stored['days'])), (string) $stored['since']);
    }

    /** Part of the change that is under way. */
    public function save(Schedule $schedule): void
    {
        $this->settings->set(self::SETTINGS, get_object_vars($schedule));
    }
}
