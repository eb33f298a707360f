<?php

declare(strict_types=1);

return static function (int $process, string $name): bool {
    global $wpdb;
    $wpdb->suppress_errors();

    return $wpdb->query($wpdb->prepare("INSERT INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'off')", $name, (string) $process)) === 1;
};
