<?php

/**
 * Plugin Name: Neighbour: a mail server that takes connections and never answers
 */

declare(strict_types=1);

add_action('phpmailer_init', static function (PHPMailer\PHPMailer\PHPMailer $mailer): void {
    if (is_file(WP_CONTENT_DIR . '/neighbour-port')) {
        $mailer->Port = (int) file_get_contents(WP_CONTENT_DIR . '/neighbour-port');
        // Shorter than in life, so that nobody has to wait for the tests.
        $mailer->Timeout = 2;
    }
}, 200);
