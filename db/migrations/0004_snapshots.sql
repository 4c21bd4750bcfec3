CREATE TABLE `upstream_quota` (
	`connection_id` text PRIMARY KEY NOT NULL,
	`left` real NOT NULL,
	`per_minute` real NOT NULL,
	`blocked_until` text,
	`saved_at` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `connections` ADD `fresh_seconds` integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `stale_seconds` integer DEFAULT 900 NOT NULL;--> statement-breakpoint
ALTER TABLE `connections` ADD `polls_per_minute` integer DEFAULT 200 NOT NULL;