// Reads a FUXA project, has FUXA's own Modbus driver load its device and poll once, and prints
// {tag name: value}. node fuxa_driver.js PREFIX PROJECT.json
'use strict';
const events = new (require('events'))();
const path = require('path');

const [prefix, project] = process.argv.slice(2);
const driver = require(path.join(prefix, 'node_modules/@frangoteam/fuxa/runtime/devices/modbus'));
const device = Object.values(require(path.resolve(project)).devices)[0];
const quiet = { info: () => {}, warn: console.error, error: console.error };
const manager = { require: (name) => require(path.join(prefix, 'node_modules', name)) };
const types = { ModbusTCP: driver.ModbusTypes.TCP, ModbusRTU: driver.ModbusTypes.RTU };

async function main() {
    const client = driver.create(device, quiet, events, manager, { socketMutex: new Map() });
    client.init(types[device.type]);
    client.load(device);
    await client.connect();
    await client.polling();
    const values = {};
    for (const tag of Object.values(device.tags)) {
        const read = client.getValue(tag.id);
        values[tag.name] = read && !Number.isNaN(read.value) ? read.value : null;
    }
    console.log(JSON.stringify(values));
    await client.disconnect();
}
main().then(() => process.exit(0), (error) => {
    console.error(error);
    process.exit(1);
});
